package io.quantumlayer.api.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementDecisionTest {
    private static final FactSource PAGE = new FactSource("limits page", LocalDate.of(2026, 10, 1), true);
    private static final Fact MEMORY = Fact.of("memory.max", "10240", "MiB", PAGE);
    private static final Offering LOCAL = Offering.of("local/process/this-machine", Strategy.LOCAL);

    private static List<FactorScore> scores() {
        return Arrays.stream(Factor.values())
                .map(factor -> factor == Factor.RELIABILITY
                        ? FactorScore.unknown(factor, "no SLA was read")
                        : FactorScore.of(factor, 8.5, "measured"))
                .toList();
    }

    @Test
    void an_offering_is_named_by_provider_service_and_region() {
        Offering offering =
                Offering.of("aws/lambda/eu-central-1", Strategy.SERVERLESS).withCountry("DE");

        assertThat(offering.provider()).isEqualTo("aws");
        assertThat(offering.service()).isEqualTo("lambda");
        assertThat(offering.region()).isEqualTo("eu-central-1");
        assertThat(offering.country()).contains("DE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aws", "aws/lambda", "aws/lambda/", "AWS/lambda/eu", "a/b/c/d", "a/../c"})
    void an_offering_refuses_an_id_of_another_form(String id) {
        assertThatThrownBy(() -> Offering.of(id, Strategy.SERVERLESS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + id + "'");
    }

    @Test
    void a_fact_that_nobody_stated_is_unknown_and_no_number() {
        Fact price = LOCAL.withFacts(MEMORY).fact("price");

        assertThat(price).isEqualTo(Fact.unknown("price")).hasToString("price = UNKNOWN");
        assertThat(price.isKnown()).isFalse();
        assertThat(price.number()).isEmpty();
        assertThat(price.confirmed()).isFalse();
    }

    @Test
    void a_known_fact_has_value_unit_source_and_date() {
        Fact fact = LOCAL.withFacts(MEMORY).fact("memory.max");

        assertThat(fact.number())
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("10240"));
        assertThat(fact.asOf()).contains(LocalDate.of(2026, 10, 1));
        assertThat(fact).hasToString("memory.max = 10240 MiB (limits page, 2026-10-01)");
        assertThatThrownBy(() -> new Fact("memory.max", Optional.of("1"), "MiB", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("memory.max");
    }

    @Test
    void a_later_fact_takes_the_place_of_the_one_it_corrects() {
        Fact better = Fact.of("memory.max", "3008", "MiB", new FactSource("a forum", LocalDate.EPOCH, false));
        Offering offering = LOCAL.withFacts(MEMORY, Fact.unknown("price"));

        assertThat(offering.withFacts(better).facts().values()).containsExactly(better, Fact.unknown("price"));
        assertThat(offering.fact("memory.max")).isEqualTo(MEMORY);
        assertThat(better.confirmed()).isFalse();
        assertThat(offering).isEqualTo(LOCAL.withFacts(MEMORY, Fact.unknown("price")));
        assertThat(offering).isNotEqualTo(LOCAL.withFacts(Fact.unknown("price"), MEMORY));
    }

    @Test
    void the_total_sums_what_is_known_and_names_what_is_not() {
        Candidate candidate = new Candidate(LOCAL, scores());

        assertThat(candidate.total()).hasToString("42.50");
        assertThat(candidate.unknownFactors()).containsExactly(Factor.RELIABILITY);
        assertThat(candidate.score(Factor.RELIABILITY)).hasToString("RELIABILITY UNKNOWN/10: no SLA was read");
        assertThat(candidate.score(Factor.FIT)).hasToString("FIT 8.50/12: measured");
    }

    @Test
    void a_candidate_has_one_score_a_factor() {
        List<FactorScore> five = scores().subList(0, 5);

        assertThatThrownBy(() -> new Candidate(LOCAL, five)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void points_stay_within_their_factor() {
        assertThat(FactorScore.of(Factor.FIT, 12, "fits").points()).isPresent();
        assertThatThrownBy(() -> FactorScore.of(Factor.COST, 10.01, "cheap"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FactorScore.of(Factor.COST, -0.01, "dear"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FactorScore.of(Factor.COST, Double.NaN, "odd"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FactorScore.of(Factor.COST, 1, " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_a_candidate_can_be_chosen() {
        Candidate candidate = new Candidate(LOCAL, scores());
        Rejection rejection = new Rejection("aws/lambda/eu", "runtime", "no Java 25", Optional.of(MEMORY));

        PlacementDecision decision = new PlacementDecision(
                Optional.of(Placement.on(LOCAL)), List.of(candidate), List.of(rejection), List.of());

        assertThat(decision.winner()).contains(candidate);
        assertThatThrownBy(() -> new PlacementDecision(
                        Optional.of(Placement.on(LOCAL)), List.of(), List.of(rejection), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("local/process/this-machine");
        assertThat(new PlacementDecision(Optional.empty(), List.of(), List.of(rejection), List.of()).winner())
                .isEmpty();
    }

    @Test
    void settings_are_copied_in_their_order() {
        Map<String, String> settings = new LinkedHashMap<>(Map.of("z", "1"));
        Placement placement = new Placement("local/process/here", "local", Strategy.LOCAL, settings);
        settings.clear();

        assertThat(placement.withSetting("a", "2").settings())
                .containsExactly(Map.entry("z", "1"), Map.entry("a", "2"));
        assertThat(placement.settings()).containsExactly(Map.entry("z", "1"));
    }

    @Test
    void only_a_provider_that_said_so_is_ready() {
        Detection local = new Detection("local", Detection.Status.READY, "Java 17", Map.of("java.version", "17"));
        Detection aws = new Detection("aws", Detection.Status.UNKNOWN, "no answer in 5 s", Map.of());
        Environment environment = new Environment(List.of(aws, local));

        assertThat(environment.ready()).containsExactly(local);
        assertThat(environment.provider("aws")).contains(aws);
        assertThat(environment.provider("gcp")).isEmpty();
        assertThat(local.ability("java.version")).contains("17");
        assertThatThrownBy(() -> new Environment(List.of(local, local)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'local'");
    }
}
