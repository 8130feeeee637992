package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Origin;
import io.quantumlayer.api.app.Trait;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The fields of a specification that are compared as text, defaults left out. */
final class PromptFields {
    private static final Map<String, String> SHORT = Map.of(
            "language", "lang",
            "framework", "fw",
            "dataClass", "data",
            "securityLevel", "level",
            "preferred", "on",
            "contradiction", "contra",
            "latencyMillis", "p95");

    private PromptFields() {}

    static String shortName(String field) {
        return SHORT.getOrDefault(field, field);
    }

    static Map<String, String> of(AppSpec spec) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("language", text(spec.language(), value -> value));
        fields.put("framework", text(spec.framework(), value -> value));
        fields.put(
                "preferred",
                spec.preferredProviders().stream().map(Trait::value).toList().toString());
        fields.put("budget", text(spec.budget(), Object::toString));
        fields.put(
                "traffic",
                text(spec.traffic(), value -> value.requestsPerSecond().toPlainString()));
        fields.put("latencyMillis", text(spec.latency(), value -> Long.toString(value.toMillis())));
        fields.put("availabilityPercent", text(spec.availability(), PromptFields::percent));
        fields.put("duration", text(spec.duration(), Object::toString));
        fields.put("memory", text(spec.memory(), Object::toString));
        fields.put("gpu", text(spec.gpu().filter(Trait::value), Object::toString));
        fields.put("dataClass", text(spec.dataClass(), Enum::name));
        fields.put("securityLevel", text(Optional.of(spec.securityLevel()), Enum::name));
        return fields;
    }

    static String of(LabelledPrompt prompt, String field) {
        if (field.equals("duration") && !prompt.text(field).isEmpty()) {
            return Duration.parse("PT" + prompt.text(field).toUpperCase(Locale.ROOT))
                    .toString();
        }
        return field.equals("preferred") ? prompt.ordered(field).toString() : prompt.text(field);
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static <T> String text(Optional<Trait<T>> trait, Function<T, String> shown) {
        return trait.filter(given -> given.origin() != Origin.DEFAULTED)
                .map(given -> shown.apply(given.value()))
                .orElse("");
    }
}
