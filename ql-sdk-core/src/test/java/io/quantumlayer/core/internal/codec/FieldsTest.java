package io.quantumlayer.core.internal.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.QuantumLayerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    @Test
    void readsEachKindOfValueWhereItStands() {
        Fields fields = of("{ \"text\" : \"a \\\"}\u00e4\u20ac\" ,\"number\":-12,\"last\":true , \"list\":[ 1, 2 ]}");

        assertThat(fields.read("text", String.class)).isEqualTo("a \"}\u00e4\u20ac");
        assertThat(fields.read("number", Integer.class)).isEqualTo(-12);
        assertThat(fields.read("last", Boolean.class)).isTrue();
        assertThat(fields.read("list", int[].class)).containsExactly(1, 2);
    }

    @Test
    void findsObjectsInsideObjects() {
        Fields inner = of("{\"\u00e4\":1,\"a\":{\"b\":{\"c\":\"deep\"}},\"z\":0}")
                .object("a")
                .object("b");

        assertThat(inner.has("c")).isTrue();
        assertThat(inner.has("z")).isFalse();
        assertThat(inner.read("c", String.class)).isEqualTo("deep");
    }

    @Test
    void takesNullForMissing() {
        Fields fields = of("{\"gone\":null,\"here\":1}");

        assertThat(fields.has("gone")).isFalse();
        assertThat(fields.has("here")).isTrue();
        assertThatThrownBy(() -> fields.read("gone", String.class))
                .isInstanceOf(QuantumLayerException.class)
                .hasMessageContaining("it has no gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "null", "{\"a\":", "{\"a\":[1,2}", "{a:1}"})
    void refusesWhatIsNoObject(String json) {
        assertThatThrownBy(() -> of(json))
                .isInstanceOf(QuantumLayerException.class)
                .hasMessageContaining("A stored object cannot be read");
    }

    @Test
    void refusesAFieldOfAnotherType() {
        assertThatThrownBy(() -> of("{\"a\":{}}").read("a", Integer.class))
                .isInstanceOf(QuantumLayerException.class)
                .hasMessageContaining("A stored Integer cannot be read");
    }

    private static Fields of(String json) {
        return Json.fields(json.getBytes(UTF_8), 3);
    }
}
