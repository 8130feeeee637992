package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Origin;
import io.quantumlayer.api.app.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A specification on one line, defaults left out but for the kind's. */
final class SpecText {
    private final List<String> parts = new ArrayList<>();

    private SpecText() {}

    static String of(AppSpec spec) {
        SpecText text = new SpecText();
        boolean unsupported = spec.kind().value().name().equals("UNSUPPORTED");
        text.parts.add(spec.kind().value() + (unsupported ? "" : mark(spec.kind())));
        text.add("lang=", spec.language(), Object::toString);
        text.add("fw=", spec.framework(), Object::toString);
        text.add("of=", spec.entity(), Object::toString);
        spec.features().forEach((id, trait) -> text.parts.add((trait.value() ? "+" : "-") + id + mark(trait)));
        spec.compliance()
                .forEach((id, trait) -> text.parts.add("comply=" + (trait.value() ? "" : "!") + id + mark(trait)));
        text.add("data=", spec.dataClass(), Enum::name);
        text.add("level=", Optional.of(spec.securityLevel()), Enum::name);
        spec.regions().forEach(region -> text.add("region=", Optional.of(region), Object::toString));
        text.add("stay=", spec.residency(), Object::toString);
        spec.preferredProviders().forEach(provider -> text.add("on=", Optional.of(provider), Object::toString));
        spec.excludedProviders().forEach(provider -> text.add("off=", Optional.of(provider), Object::toString));
        text.add("budget=", spec.budget(), money -> money.toString().replace(' ', '_'));
        text.add("load=", spec.traffic(), traffic -> traffic.requestsPerSecond().toPlainString());
        text.add("p95=", spec.latency(), time -> Long.toString(time.toMillis()));
        text.count("contra=", spec.contradictions());
        text.count("unread=", spec.notUnderstood());
        return String.join(" ", text.parts);
    }

    private <T> void add(String name, Optional<Trait<T>> trait, Function<T, String> shown) {
        trait.filter(given -> given.origin() != Origin.DEFAULTED)
                .ifPresent(given -> parts.add(name + shown.apply(given.value()) + markOf(name, given)));
    }

    private void count(String name, List<String> lines) {
        if (!lines.isEmpty()) {
            parts.add(name + lines.size());
        }
    }

    /** What an application keeps is always inferred. */
    private static String markOf(String name, Trait<?> trait) {
        return name.equals("of=") ? "" : mark(trait);
    }

    private static String mark(Trait<?> trait) {
        return trait.origin() == Origin.STATED ? "" : trait.origin() == Origin.INFERRED ? "~" : "*";
    }
}
