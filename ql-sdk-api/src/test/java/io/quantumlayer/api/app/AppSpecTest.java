package io.quantumlayer.api.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.plan.DataClass;
import io.quantumlayer.api.plan.Memory;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.plan.Traffic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AppSpecTest {
    private static AppSpecBuilder full() {
        return AppSpec.ofKind(Trait.stated(AppKind.API, "REST service"))
                .language(Trait.stated("java", "Java"))
                .framework(Trait.inferred("jdk", "Java", "no framework"))
                .feature("auth", Trait.stated(true, "with authentication"))
                .feature("email", Trait.stated(false, "no mails"))
                .compliance(Programme.SOC2, Trait.stated(true, "SOC 2"))
                .compliance(Programme.HIPAA, Trait.stated(false, "no HIPAA"))
                .dataClass(Trait.inferred(DataClass.INTERNAL, "todo"))
                .addRegion(Trait.stated("eu", "in Europe"))
                .residency(Trait.stated(Residency.EU, "must stay in the EU"))
                .traffic(Trait.stated(Traffic.perSecond(20), "20 requests a second"))
                .latency(Trait.stated(Duration.ofMillis(200), "200 ms"))
                .availability(Trait.stated(new BigDecimal("0.999"), "three nines"))
                .duration(Trait.stated(Duration.ofMinutes(20), "20 minutes"))
                .memory(Trait.stated(Memory.parse("8Gi"), "8 GB"))
                .gpu(Trait.stated(false, "no GPU"))
                .budget(Trait.stated(Money.usd(50), "$50"))
                .securityLevel(Trait.stated(SecurityLevel.STRICT, "strict"))
                .addPreferredProvider(Trait.stated("local", "here"))
                .addExcludedProvider(Trait.stated("aws", "not AWS"))
                .entity(Trait.stated("todo", "todo list"))
                .addContradiction("public and private")
                .addNotUnderstood("frobnicate");
    }

    static Stream<UnaryOperator<AppSpecBuilder>> changes() {
        return Stream.of(
                spec -> spec.kind(Trait.defaulted(AppKind.API)),
                spec -> spec.language(Trait.inferred("java", "Java")),
                spec -> spec.framework(Trait.stated("jdk", "JDK")),
                spec -> spec.feature("auth", Trait.stated(false, "no login")),
                spec -> spec.compliance(Programme.GDPR, Trait.inferred(true, "EU")),
                spec -> spec.dataClass(Trait.defaulted(DataClass.INTERNAL)),
                spec -> spec.addRegion(Trait.stated("us", "US")),
                spec -> spec.residency(Trait.stated(Residency.EEA, "EEA")),
                spec -> spec.traffic(Trait.defaulted(Traffic.perSecond(1))),
                spec -> spec.latency(Trait.defaulted(Duration.ofMillis(500))),
                spec -> spec.availability(Trait.stated(new BigDecimal("0.9999"), "four nines")),
                spec -> spec.duration(Trait.stated(Duration.ofMinutes(2), "2 minutes")),
                spec -> spec.memory(Trait.stated(Memory.parse("4Gi"), "4 GB")),
                spec -> spec.gpu(Trait.stated(true, "GPU")),
                spec -> spec.unsupportedBecause("another"),
                spec -> spec.budget(Trait.stated(Money.usd(51), "$51")),
                spec -> spec.securityLevel(Trait.defaulted(SecurityLevel.STANDARD)),
                spec -> spec.addPreferredProvider(Trait.stated("gcp", "Google")),
                spec -> spec.addExcludedProvider(Trait.stated("azure", "no Azure")),
                spec -> spec.entity(Trait.stated("note", "notes")),
                spec -> spec.addContradiction("another"),
                spec -> spec.addNotUnderstood("another"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_of_any_trait_makes_another_specification_and_leaves_the_first_alone(
            UnaryOperator<AppSpecBuilder> change) {
        AppSpec spec = full().build();

        assertThat(change.apply(spec.toBuilder()).build()).isNotEqualTo(spec);
        assertThat(spec).isEqualTo(full().build());
    }

    @Test
    void specifications_that_say_the_same_are_equal_and_print_the_same() {
        assertThat(full().build())
                .isEqualTo(full().build())
                .hasSameHashCodeAs(full().build())
                .hasToString(full().build().toString())
                .isEqualTo(full().build().toBuilder().build());
    }

    @Test
    void a_feature_ruled_out_is_kept_and_not_had() {
        AppSpec spec = full().build();

        assertThat(spec.features().keySet()).containsExactly("auth", "email");
        assertThat(spec.hasFeature("auth")).isTrue();
        assertThat(spec.hasFeature("email")).isFalse();
        assertThat(spec.hasFeature("search")).isFalse();
        assertThat(spec.requires(Programme.SOC2)).isTrue();
        assertThat(spec.requires(Programme.HIPAA)).isFalse();
    }

    @Test
    void nothing_is_known_but_the_kind_and_a_default_until_it_is_said() {
        AppSpec spec = AppSpec.ofKind(Trait.defaulted(AppKind.API)).build();

        assertThat(spec.language()).isEmpty();
        assertThat(spec.securityLevel()).isEqualTo(Trait.defaulted(SecurityLevel.STANDARD));
        assertThat(spec).hasToString("AppSpec{kind=API (DEFAULTED), securityLevel=STANDARD (DEFAULTED)}");
    }

    @Test
    void a_trait_has_words_exactly_if_it_is_no_default() {
        assertThat(Trait.stated("java", "in Java", "jdk")).hasToString("java (STATED: \"in Java\", \"jdk\")");
        assertThatThrownBy(() -> Trait.stated("java")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Trait<>("java", Origin.DEFAULTED, List.of("Java")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
