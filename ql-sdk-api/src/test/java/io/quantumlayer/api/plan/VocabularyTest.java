package io.quantumlayer.api.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    @ParameterizedTest
    @CsvSource({
        "soc2, SOC2",
        "SOC 2, SOC2",
        "pci-dss, PCI_DSS",
        "PCI  DSS, PCI_DSS",
        "Gdpr, GDPR",
        "cis, CIS",
        "nist, NIST",
        "hipaa, HIPAA"
    })
    void a_programme_is_found_however_it_is_written(String text, String id) {
        assertThat(Programme.of(text)).isEqualTo(new Programme(id)).hasToString(id);
        assertThat(Programme.of(text).isKnown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PCIDSS, PCI_DSS", "PCI_DSS_, PCI_DSS", "SOC_2, SOC2", "G_D_P_R, GDPR"})
    void a_known_programme_has_one_spelling(String id, String canonical) {
        assertThat(new Programme(id)).isEqualTo(Programme.of(id)).hasToString(canonical);
        assertThat(new Programme(id).isKnown()).isTrue();
    }

    @Test
    void every_known_programme_is_spelt_as_it_is_known() {
        assertThat(Programme.known()).allSatisfy(known -> {
            assertThat(Programme.of(known.id().replace("_", ""))).isEqualTo(known);
            assertThat(new Programme(known.id().replace("_", ""))).isEqualTo(known);
        });
    }

    @Test
    void an_unknown_programme_is_kept_as_named() {
        assertThat(Programme.of("iso-27001").id()).isEqualTo("ISO_27001");
        assertThat(Programme.of("iso-27001").isKnown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "27001", "SOC 2!", "s\u00f6c"})
    void a_text_of_which_no_id_can_be_made_is_no_programme(String text) {
        assertThatThrownBy(() -> Programme.of(text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void residency_takes_countries_and_groups_by_code() {
        assertThat(new Residency("DE")).hasToString("DE");
        assertThat(new Residency("EU")).isEqualTo(Residency.EU);
        assertThatThrownBy(() -> new Residency("eu")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void every_source_tells_its_kind() {
        assertThat(new Source.Requirement("A service").kind()).isEqualTo(Source.Kind.REQUIREMENT);
        assertThat(new Source.SourceDirectory("app").kind()).isEqualTo(Source.Kind.SOURCE_DIRECTORY);
        assertThat(new Source.ContainerImage("acme/todo").kind()).isEqualTo(Source.Kind.CONTAINER_IMAGE);
        assertThat(new Source.StaticSite("site").kind()).isEqualTo(Source.Kind.STATIC_SITE);
    }

    @Test
    void a_waiver_has_a_reason() {
        assertThatThrownBy(() -> new Waiver("budget", "")).isInstanceOf(InvalidValueException.class);
        assertThat(new Waiver("budget", "a demonstration").limit()).isEqualTo("budget");
    }
}
