package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Features;
import io.quantumlayer.api.app.Origin;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An analysed application as fields that are printed; what is not known is left out, but for lists. */
final class AnalysisFields {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private AnalysisFields() {}

    static Map<String, Object> of(AppSpec spec) {
        AnalysisFields all = new AnalysisFields();
        all.application(spec);
        all.put(
                "budget",
                spec.budget(),
                Money::toString,
                money -> Map.of(
                        "amount", money.amount(), "currency", money.currency().getCurrencyCode()));
        all.workload(spec);
        all.fields.put("contradictions", spec.contradictions());
        all.fields.put("notUnderstood", spec.notUnderstood());
        return all.fields;
    }

    private void application(AppSpec spec) {
        put("kind", Optional.of(spec.kind()), AnalysisFields::lower);
        spec.unsupportedBecause().ifPresent(reason -> fields.put("reason", reason));
        put("language", spec.language(), id -> id);
        put("framework", spec.framework(), id -> id);
        fields.put("features", features(spec, true));
        fields.put("compliance", programmes(spec, true));
        put("residency", spec.residency(), Object::toString);
        fields.put("regions", named(spec.regions()));
        Map<String, Object> providers = new LinkedHashMap<>();
        providers.put("preferred", named(spec.preferredProviders()));
        providers.put("excluded", named(spec.excludedProviders()));
        fields.put("providers", providers);
        Map<String, Object> ruledOut = new LinkedHashMap<>();
        ruledOut.put("features", features(spec, false));
        ruledOut.put("compliance", programmes(spec, false));
        fields.put("ruledOut", ruledOut);
    }

    private void workload(AppSpec spec) {
        put(
                "traffic",
                spec.traffic(),
                Object::toString,
                traffic -> Map.of("requestsPerSecond", traffic.requestsPerSecond()));
        put("latency", spec.latency(), time -> time.toMillis() + " ms");
        put("availability", spec.availability(), share -> percent(share) + " %");
        put("duration", spec.duration(), Object::toString);
        put("memory", spec.memory(), Object::toString);
        put("gpu", spec.gpu(), value -> value);
        put("dataClass", spec.dataClass(), AnalysisFields::lower);
        put("securityLevel", Optional.of(spec.securityLevel()), AnalysisFields::lower);
        put("entity", spec.entity(), noun -> noun);
    }

    private <T> void put(String name, Optional<Trait<T>> trait, Function<T, Object> shown) {
        put(name, trait, shown, value -> Map.of());
    }

    private <T> void put(
            String name, Optional<Trait<T>> trait, Function<T, Object> shown, Function<T, Map<String, Object>> parts) {
        trait.ifPresent(given -> {
            Map<String, Object> field = field("value", shown.apply(given.value()), given);
            field.putAll(parts.apply(given.value()));
            fields.put(name, field);
        });
    }

    private static List<Object> features(AppSpec spec, boolean wanted) {
        List<Object> list = new ArrayList<>();
        spec.features().forEach((id, trait) -> {
            if (trait.value() == wanted) {
                Map<String, Object> field = field("id", id, trait);
                field.put("known", Features.isKnown(id));
                list.add(field);
            }
        });
        return list;
    }

    private static List<Object> programmes(AppSpec spec, boolean wanted) {
        List<Object> list = new ArrayList<>();
        spec.compliance().forEach((Programme programme, Trait<Boolean> trait) -> {
            if (trait.value() == wanted) {
                Map<String, Object> field = field("id", programme.id(), trait);
                field.put("assessed", programme.isKnown());
                list.add(field);
            }
        });
        return list;
    }

    private static List<Object> named(List<Trait<String>> traits) {
        List<Object> list = new ArrayList<>();
        traits.forEach(trait -> list.add(field("id", trait.value(), trait)));
        return list;
    }

    private static Map<String, Object> field(String key, Object value, Trait<?> trait) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put(key, value);
        field.put("origin", trait.origin() == Origin.DEFAULTED ? "default" : lower(trait.origin()));
        field.put("words", trait.words());
        return field;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
