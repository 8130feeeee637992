package io.quantumlayer.api.plan;

import static io.quantumlayer.api.plan.Programme.GDPR;
import static io.quantumlayer.api.plan.Programme.SOC2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.run.StepName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeploymentPlanTest {
    private static final Path FOLDER = Path.of("site");

    private static DeploymentPlanBuilder minimal() {
        return DeploymentPlan.named("todo").requirement("A REST service for a todo list");
    }

    private static DeploymentPlanBuilder full() {
        return minimal()
                .tenant("acme")
                .language("java")
                .framework("spring-boot")
                .features("file_storage", "auth")
                .compliance(SOC2, GDPR)
                .dataClass(DataClass.CONFIDENTIAL)
                .region("eu", "us-east-1")
                .residency(Residency.EU)
                .traffic(Traffic.perSecond(20))
                .latency(Duration.ofMillis(200))
                .monthlyBudget(Money.usd(50))
                .securityLevel(SecurityLevel.STRICT)
                .preferProvider("local", "kubernetes")
                .excludeProvider("vercel")
                .slo(Slo.availability(0.999).over(Duration.ofDays(7)))
                .environment("MODE", "demo")
                .environment("LEVEL", "info")
                .secret("DB", SecretRef.env("DB_URL"))
                .binding(BackingService.DATABASE, SecretRef.env("ORDERS_DB"))
                .port(8080)
                .healthPath("/ready")
                .command("java", "-jar", "app.jar")
                .resources(Resources.parse("250m", "512Mi"))
                .replicas(2)
                .retention(Retention.ofReleases(3))
                .waive("budget", "a demonstration")
                .requireProof(StepName.SECURE, StepName.BUILD)
                .deadline(Duration.ofMinutes(10));
    }

    private static List<Violation> violations(DeploymentPlanBuilder builder) {
        return catchThrowableOfType(InvalidPlanException.class, builder::build).violations();
    }

    @Test
    void a_plan_that_states_only_what_it_must_has_the_documented_defaults() {
        DeploymentPlan plan = minimal().build();

        assertThat(plan.tenant()).isEqualTo("default");
        assertThat(plan.source()).isEqualTo(new Source.Requirement("A REST service for a todo list"));
        assertThat(plan.securityLevel()).isEqualTo(SecurityLevel.STANDARD);
        assertThat(plan.healthPath()).isEqualTo("/health");
        assertThat(plan.port()).isEqualTo(OptionalInt.empty());
        assertThat(plan.replicas()).isEqualTo(1);
        assertThat(plan.resources()).isEqualTo(Resources.unstated());
        assertThat(plan.retention().releases()).isEqualTo(2);
        assertThat(plan.deadline()).isEqualTo(Duration.ofMinutes(5));
        assertThat(plan.command()).isEmpty();
        assertThat(plan.monthlyBudget()).isEmpty();
    }

    @Test
    void collections_keep_the_order_they_were_given_in() {
        DeploymentPlan plan = full().build();

        assertThat(plan.features()).containsExactly("file_storage", "auth");
        assertThat(plan.compliance()).containsExactly(SOC2, GDPR);
        assertThat(plan.regions()).containsExactly("eu", "us-east-1");
        assertThat(plan.preferredProviders()).containsExactly("local", "kubernetes");
        assertThat(plan.environment().keySet()).containsExactly("MODE", "LEVEL");
        assertThat(plan.requiredProofs()).containsExactly(StepName.BUILD, StepName.SECURE);
    }

    @Test
    void collections_cannot_be_changed() {
        DeploymentPlan plan = full().build();

        assertThatThrownBy(() -> plan.features().add("x")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> plan.environment().put("A", "b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> plan.secrets().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> plan.regions().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> plan.requiredProofs().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void plans_that_say_the_same_are_equal_and_print_the_same() {
        assertThat(full().build())
                .isEqualTo(full().build())
                .hasSameHashCodeAs(full().build())
                .hasToString(full().build().toString());
    }

    @Test
    void to_builder_builds_an_equal_plan() {
        DeploymentPlan plan = full().build();

        assertThat(plan.toBuilder().build()).isEqualTo(plan);
    }

    static Stream<UnaryOperator<DeploymentPlanBuilder>> changes() {
        return Stream.of(
                plan -> plan.tenant("other"),
                plan -> plan.requirement("Another service"),
                plan -> plan.image("acme/todo:1"),
                plan -> plan.sourceDirectory(FOLDER),
                plan -> plan.source(new Source.ContainerImage("acme/todo:2")),
                plan -> plan.language("go"),
                plan -> plan.framework("quarkus"),
                plan -> plan.features("auth", "file_storage"),
                plan -> plan.compliance(GDPR, SOC2),
                plan -> plan.dataClass(DataClass.PUBLIC),
                plan -> plan.region("us-east-1", "eu"),
                plan -> plan.residency(Residency.EEA),
                plan -> plan.traffic(Traffic.perSecond(21)),
                plan -> plan.latency(Duration.ofMillis(201)),
                plan -> plan.monthlyBudget(Money.usd(51)),
                plan -> plan.securityLevel(SecurityLevel.BASIC),
                plan -> plan.preferProvider("aws"),
                plan -> plan.excludeProvider("gcp"),
                plan -> plan.slo(Slo.latency(0.95, Duration.ofMillis(200))),
                plan -> plan.environment("MODE", "production"),
                plan -> plan.secret("DB", SecretRef.home("db")),
                plan -> plan.binding(BackingService.DATABASE, SecretRef.home("db")),
                plan -> plan.port(8081),
                plan -> plan.healthPath("/live"),
                plan -> plan.command(),
                plan -> plan.resources(Resources.unstated()),
                plan -> plan.replicas(3),
                plan -> plan.retention(Retention.standard()),
                plan -> plan.waive("latency", "a demonstration"),
                plan -> plan.requireProof(StepName.OBSERVE),
                plan -> plan.deadline(Duration.ofMinutes(11)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_of_any_field_makes_another_plan_and_leaves_the_first_alone(
            UnaryOperator<DeploymentPlanBuilder> change) {
        DeploymentPlan plan = full().build();

        assertThat(change.apply(plan.toBuilder()).build()).isNotEqualTo(plan);
        assertThat(plan).isEqualTo(full().build());
    }

    @Test
    void the_order_of_variables_counts_because_it_is_written_out() {
        DeploymentPlan one =
                minimal().environment("A", "1").environment("B", "2").build();
        DeploymentPlan other =
                minimal().environment("B", "2").environment("A", "1").build();

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void a_builder_can_go_on_after_build_without_changing_what_it_built() {
        DeploymentPlanBuilder builder = minimal().features("auth");
        DeploymentPlan first = builder.build();
        builder.features("search");

        assertThat(first.features()).containsExactly("auth");
        assertThat(builder.build().features()).containsExactly("search");
    }

    @Test
    void a_bare_noun_replaces_and_a_verb_appends() {
        DeploymentPlan plan = minimal()
                .region("eu")
                .region("us")
                .preferProvider("local")
                .preferProvider("aws")
                .build();

        assertThat(plan.regions()).containsExactly("us");
        assertThat(plan.preferredProviders()).containsExactly("local", "aws");
    }

    @Test
    void all_mistakes_are_reported_at_once_in_the_order_of_the_fields() {
        DeploymentPlanBuilder builder = DeploymentPlan.named("Todo List")
                .deadline(Duration.ZERO)
                .port(70_000)
                .tenant("-acme")
                .features("File Storage");

        assertThat(violations(builder))
                .extracting(Violation::path)
                .containsExactly("name", "tenant", "source", "features[0]", "port", "deadline");
    }

    @Test
    void the_exception_is_typed_and_its_message_names_every_mistake() {
        assertThatThrownBy(() -> minimal().port(0).replicas(0).build())
                .isInstanceOfSatisfying(InvalidPlanException.class, invalid -> {
                    assertThat(invalid.failure().type()).isEqualTo(ErrorType.VALIDATION);
                    assertThat(invalid.failure().code()).isEqualTo("PLAN_INVALID");
                    assertThat(invalid.failure().retryable()).isFalse();
                })
                .hasMessageContaining("2 mistakes")
                .hasMessageContaining("port must be from 1 to 65535, but was '0'")
                .hasMessageContaining("replicas must be from 1 to 1000, but was '0'");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                wrong("name", plan -> DeploymentPlan.named("a".repeat(41)).image("acme/todo")),
                wrong("source.requirement", plan -> plan.requirement(" ")),
                wrong("source.requirement", plan -> plan.requirement("x".repeat(8_001))),
                wrong("source.image", plan -> plan.image("not an image")),
                wrong("source.sourceDirectory", plan -> plan.sourceDirectory(Path.of(" "))),
                wrong("language", plan -> plan.language("Java")),
                wrong("framework", plan -> plan.framework("")),
                wrong("features[1]", plan -> plan.features("auth", "auth-x")),
                wrong("regions[1]", plan -> plan.region("eu", "eu")),
                wrong("latency", plan -> plan.latency(Duration.ofMillis(-1))),
                wrong("excludedProviders", plan -> plan.preferProvider("aws").excludeProvider("aws")),
                wrong("environment[1]", plan -> plan.environment("A", "").environment("1A", "")),
                wrong("environment.A", plan -> plan.environment("A", "\0")),
                wrong("secrets.A", plan -> plan.environment("A", "").secret("A", SecretRef.env("A"))),
                wrong("bindings.database", plan -> bound(plan, "sqlite:/hunter2.db")),
                wrong("bindings.database", plan -> bound(plan, "postgresql://db.internal/orders")),
                wrong("bindings.database", plan -> bound(plan.environment("DATABASE_URL", "x"), "env:DB")),
                wrong("bindings.database", plan -> bound(plan.secret("DATABASE_URL", SecretRef.env("A")), "env:DB")),
                wrong("bindings.database", plan -> bound(plan.staticSite(FOLDER), "env:DB")),
                wrong("healthPath", plan -> plan.healthPath("health")),
                wrong("healthPath", plan -> plan.healthPath("/health?deep=1")),
                wrong("command[0]", plan -> plan.command(" ", "-x")),
                wrong("command", plan -> plan.staticSite(FOLDER).command("run")),
                wrong("waivers", plan -> plan.waive("Budget!", "because")),
                wrong("waivers", plan -> plan.waive("budget", " ")),
                wrong("waivers", plan -> plan.waive("budget", "a").waive("budget", "b")),
                wrong("requiredProofs", plan -> plan.requireProof(StepName.DEPLOY)),
                wrong("deadline", plan -> plan.deadline(Duration.ofHours(25))));
    }

    private static DeploymentPlanBuilder bound(DeploymentPlanBuilder plan, String reference) {
        return plan.binding(BackingService.DATABASE, SecretRef.parse(reference));
    }

    private static Arguments wrong(String path, UnaryOperator<DeploymentPlanBuilder> mistake) {
        return Arguments.of(path, mistake);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void each_rule_names_the_place_of_its_mistake(String path, UnaryOperator<DeploymentPlanBuilder> mistake) {
        assertThat(violations(mistake.apply(minimal())))
                .extracting(Violation::path)
                .containsExactly(path);
    }

    @Test
    void a_good_source_makes_a_refused_one_forgotten() {
        assertThat(minimal().image("not an image").image("acme/todo:1").build().source())
                .isEqualTo(new Source.ContainerImage("acme/todo:1"));
    }

    @ParameterizedTest
    @CsvSource({"todo", "a", "todo-api-2", "0a"})
    void labels_of_rfc_1123_are_names(String name) {
        assertThat(DeploymentPlan.named(name).image("acme/todo").build().name()).isEqualTo(name);
    }

    @Test
    void values_that_may_be_secrets_appear_neither_in_the_message_nor_in_the_plan_as_text() {
        String canary = "hunter2-canary";
        DeploymentPlanBuilder good = DeploymentPlan.named("todo")
                .requirement("Use " + canary)
                .environment("PASSWORD", canary)
                .command("run", canary);

        assertThat(good.build().toString()).doesNotContain(canary);
        assertThatThrownBy(() -> good.environment("A", canary + "\0")
                        .environment("KEY=" + canary, "")
                        .command(" ", canary + "\0")
                        .requirement(canary.repeat(600))
                        .build())
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining("5 mistakes")
                .hasMessageNotContaining(canary);
    }

    @Test
    void the_text_form_names_what_is_stated_and_nothing_else() {
        assertThat(minimal().language("java").build())
                .hasToString("DeploymentPlan{name=todo, tenant=default, source=Requirement[30 characters], "
                        + "language=Optional[java], securityLevel=STANDARD, healthPath=/health, command=0 words, "
                        + "resources=Resources[cpu=unstated, memory=unstated], replicas=1, "
                        + "retention=Retention[releases=2, maxAge=Optional.empty], deadline=PT5M}");
    }

    @Test
    void null_is_refused_where_it_is_given() {
        assertThatThrownBy(() -> minimal().language(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("language");
        assertThatThrownBy(() -> minimal().region("eu", null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> minimal().environment("A", null)).isInstanceOf(NullPointerException.class);
    }
}
