package io.quantumlayer.core.internal.select;

import static io.quantumlayer.core.internal.select.World.decide;
import static io.quantumlayer.core.internal.select.World.java;
import static io.quantumlayer.core.internal.select.World.offering;
import static io.quantumlayer.core.internal.select.World.only;
import static io.quantumlayer.core.internal.select.World.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.placement.Detection;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.placement.Rejection;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.Resources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static final Offering PLAIN = java("acme/run/r1");

    @Test
    void only_a_provider_that_says_it_is_ready_is_used() {
        Environment environment = new Environment(List.of(
                new Detection("down", Detection.Status.UNAVAILABLE, "no credentials", Map.of()),
                new Detection("mute", Detection.Status.UNKNOWN, "no answer", Map.of())));
        List<Offering> offerings = List.of(java("mute/a/b"), java("down/a/b"), java("gone/a/b"));
        PlacementDecision decision = World.selector(offerings).decide(World.spec(), plan().build(), environment);
        assertThat(decision.chosen()).isEmpty();
        assertThat(decision.rejections()).extracting(Rejection::limit).containsOnly("environment");
        assertThat(decision.rejections())
                .extracting(Rejection::reason)
                .satisfiesExactly(
                        down -> assertThat(down).contains("no credentials"),
                        gone -> assertThat(gone).contains("not installed"),
                        mute -> assertThat(mute).contains("no answer"));
    }

    @Test
    void an_excluded_provider_is_never_used_whoever_excluded_it() {
        assertThat(only(decide(plan().excludeProvider("acme"), PLAIN)).limit()).isEqualTo("excluded-provider");
        AppSpec spec = World.spec().toBuilder()
                .addExcludedProvider(Trait.stated("acme", "not on acme"))
                .build();
        assertThat(only(decide(spec, plan(), PLAIN)).limit()).isEqualTo("excluded-provider");
    }

    @Test
    void what_nobody_stated_to_run_a_language_does_not_run_it() {
        Rejection rejection = only(decide(plan().language("cobol"), PLAIN));
        assertThat(rejection.limit()).isEqualTo("runtime");
        assertThat(rejection.fact()).contains(Fact.unknown("runtime.cobol"));
        assertThat(only(decide(plan().language("cobol"), offering("acme/a/b", "runtime.cobol=false")))
                        .limit())
                .isEqualTo("runtime");
        assertRuns(plan().language("cobol"), offering("acme/a/b", "runtime.any-image=true"));
    }

    @Test
    void an_image_needs_a_place_for_images_and_a_static_site_one_for_files() {
        assertThat(only(decide(DeploymentPlan.named("todo").image("acme/todo:1"), PLAIN))
                        .fact())
                .contains(Fact.unknown("runtime.any-image"));
        assertThat(only(decide(DeploymentPlan.named("todo").staticSite(Path.of("site")), PLAIN))
                        .fact())
                .contains(Fact.unknown("runtime.static"));
        assertRuns(DeploymentPlan.named("todo").image("acme/todo:1"), offering("a/b/c", "runtime.any-image=true"));
    }

    @Test
    void a_directory_with_its_command_runs_where_any_command_does() {
        Offering anything = offering("acme/a/b", "runtime.any-command=true");
        DeploymentPlanBuilder directory = DeploymentPlan.named("todo").sourceDirectory(Path.of("app"));
        assertThat(only(decide(directory, anything)).reason()).contains("state the language");
        assertRuns(directory.command("./run"), anything);
        assertThat(only(decide(directory, PLAIN)).limit()).isEqualTo("runtime");
        assertThat(only(decide(plan().language("cobol").command("./run"), anything))
                        .limit())
                .isEqualTo("runtime");
    }

    @ParameterizedTest
    @CsvSource({"DE, EU, true", "NO, EU, false", "NO, EEA, true", "GB, EU, false", "DE, DE, true", "FR, DE, false"})
    void data_stays_where_the_country_lies_in_the_residency(String country, String residency, boolean allowed) {
        PlacementDecision decision = decide(plan().residency(new Residency(residency)), PLAIN.withCountry(country));
        assertThat(decision.chosen().isPresent()).isEqualTo(allowed);
        assertThat(decision.rejections())
                .allMatch(rejection -> rejection.limit().equals("residency"));
    }

    @Test
    void an_unknown_country_or_area_holds_no_data() {
        Rejection nowhere = only(decide(plan().residency(Residency.EU), java("acme/a/eu-west-1", "region=eu")));
        assertThat(nowhere.limit()).isEqualTo("residency");
        assertThat(nowhere.fact()).contains(Fact.unknown("country"));
        assertThat(only(decide(plan().residency(new Residency("APAC")), PLAIN.withCountry("JP")))
                        .reason())
                .contains("nobody here knows which countries");
    }

    @ParameterizedTest
    @CsvSource({
        "acme/a/eastus, US, us, true",
        "acme/a/eastus, , us, false",
        "acme/a/eastus, , eastus, true",
        "acme/a/eu-west-1, , eu, false",
        "acme/a/eu-west-1, IE, eu, true",
        "acme/a/eu-west-2, GB, uk, true",
        "acme/a/eu-west-2, GB, eu, false"
    })
    void a_region_matches_whole_names_and_countries_only(String id, String country, String wanted, boolean allowed) {
        Offering offering = country == null ? java(id) : java(id).withCountry(country);
        PlacementDecision decision = decide(plan().region(wanted), offering);
        assertThat(decision.chosen().isPresent()).isEqualTo(allowed);
        assertThat(decision.rejections())
                .allMatch(rejection -> rejection.limit().equals("region"));
    }

    @Test
    void a_stated_region_or_group_of_regions_counts() {
        assertRuns(plan().region("local"), java("acme/a/b", "region=local"));
        assertRuns(plan().region("apac"), java("acme/a/b", "region.groups=asia, apac"));
        assertThat(only(decide(plan().region("apac"), java("acme/a/b", "region.groups=apac-east")))
                        .limit())
                .isEqualTo("region");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eligible", "Eligible with a signed BAA", "true", "yes"})
    void an_eligible_offering_meets_a_programme(String value) {
        assertRuns(plan().compliance(Programme.HIPAA), java("acme/a/b", "compliance.hipaa=" + value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "false", "not eligible", "eligibility unclear", "in audit"})
    void any_other_word_is_no_eligibility(String value) {
        Rejection rejection =
                only(decide(plan().compliance(Programme.HIPAA), java("acme/a/b", "compliance.hipaa=" + value)));
        assertThat(rejection.limit()).isEqualTo("compliance.hipaa");
        assertThat(rejection.fact()).isPresent();
    }

    @Test
    void a_programme_that_was_only_inferred_is_required_too_and_unknown_is_not_eligible() {
        AppSpec spec = AppSpec.ofKind(Trait.defaulted(AppKind.API))
                .compliance(Programme.HIPAA, Trait.inferred(true, "patient records"))
                .compliance(Programme.SOC2, Trait.stated(false, "no SOC2"))
                .build();
        Rejection rejection = only(decide(spec, plan(), PLAIN));
        assertThat(rejection.limit()).isEqualTo("compliance.hipaa");
        assertThat(rejection.fact()).contains(Fact.unknown("compliance.hipaa"));
    }

    @Test
    void a_budget_is_kept_by_a_known_price_in_its_currency_only() {
        DeploymentPlanBuilder plan = plan().monthlyBudget(Money.usd(50));
        assertRuns(plan, java("acme/a/b", "price.month=50 USD"));
        assertRuns(plan, java("acme/a/b", "price.month=0 USD"));
        assertThat(only(decide(plan, java("acme/a/b", "price.month=50.01 USD"))).limit())
                .isEqualTo("budget");
        assertThat(only(decide(plan, java("acme/a/b", "price.month=1 EUR"))).reason())
                .contains("another currency");
        assertThat(only(decide(plan, PLAIN)).fact()).contains(Fact.unknown("price.month"));
    }

    @Test
    void resources_are_a_limit_where_they_are_known() {
        DeploymentPlanBuilder plan =
                plan().resources(Resources.parse("1500m", "1Gi")).replicas(2);
        assertRuns(plan, PLAIN);
        assertRuns(plan, java("acme/a/b", "memory.max=1024 MiB", "cpu.count=2", "replicas.max=2"));
        for (String fact : List.of("memory.max=1023 MiB", "memory.max=1 GB", "cpu.count=1", "replicas.max=1")) {
            assertThat(only(decide(plan, java("acme/a/b", fact))).limit())
                    .as(fact)
                    .isEqualTo("resources");
        }
    }

    @Test
    void a_waived_limit_lets_pass_and_stays_visible() {
        DeploymentPlanBuilder plan = plan().monthlyBudget(Money.usd(5)).compliance(Programme.SOC2);
        Offering dear = java("acme/a/b", "price.month=9 USD");
        PlacementDecision decision =
                decide(plan.waive("budget", "paid by research").waive("compliance.soc2", "no data"), dear);
        assertThat(decision.chosen()).isPresent();
        assertThat(decision.sensitivity())
                .anySatisfy(line -> assertThat(line)
                        .contains("acme/a/b", "waiver of budget", "paid by research", "price.month = 9 USD"))
                .anySatisfy(line -> assertThat(line).contains("waiver of compliance.soc2", "UNKNOWN"));
    }

    @Test
    void nobody_waives_what_is_not_there_or_cannot_run() {
        DeploymentPlanBuilder plan =
                plan().language("cobol").waive("runtime", "it will do").waive("environment", "it will do");
        PlacementDecision decision = decide(plan, PLAIN);
        assertThat(only(decision).limit()).isEqualTo("runtime");
        assertThat(decision.sensitivity())
                .anySatisfy(line -> assertThat(line).contains("waiver of runtime", "nothing"));
        assertThat(World.selector(List.of(PLAIN))
                        .decide(World.spec(), plan().waive("environment", "x").build(), new Environment(List.of()))
                        .chosen())
                .isEmpty();
    }

    private static void assertRuns(DeploymentPlanBuilder plan, Offering offering) {
        PlacementDecision decision = decide(plan, offering);
        assertThat(decision.rejections()).isEmpty();
        assertThat(World.winner(decision)).isEqualTo(offering.id());
    }
}
