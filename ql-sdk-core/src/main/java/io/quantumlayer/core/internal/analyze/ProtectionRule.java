package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.DataClass;
import io.quantumlayer.api.plan.SecurityLevel;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads how sensitive the data is and how strict the controls are to be; of several, the strictest counts. */
final class ProtectionRule implements Rule {
    private final Lexicon classes;
    private final Lexicon impliedClasses;
    private final Lexicon levels;

    ProtectionRule(Vocabulary vocabulary) {
        this.classes = vocabulary.lexicon("data classes");
        this.impliedClasses = vocabulary.lexicon("implied data classes");
        this.levels = vocabulary.lexicon("security levels");
    }

    @Override
    public void read(Text text, Reading reading) {
        strictest(text, classes, DataClass::valueOf)
                .ifPresent(found -> reading.dataClass = Trait.stated(found.value, found.words));
        strictest(text, impliedClasses, DataClass::valueOf)
                .filter(found -> isStricter(found.value, reading.dataClass))
                .ifPresent(found -> reading.dataClass = Trait.inferred(found.value, found.words));
        strictest(text, levels, SecurityLevel::valueOf)
                .ifPresent(found -> reading.securityLevel = Trait.stated(found.value, found.words));
    }

    private record Found<E extends Enum<E>>(E value, String words) {}

    private static <E extends Enum<E>> Optional<Found<E>> strictest(
            Text text, Lexicon lexicon, Function<String, E> value) {
        return lexicon.hits(text).stream()
                .filter(hit -> Polarity.of(text, hit).wanted() && !OtherSubjects.isAt(text, hit))
                .map(hit -> new Found<>(value.apply(hit.id()), text.words(hit.from(), hit.to())))
                .max(Comparator.comparing(Found<E>::value));
    }

    private static boolean isStricter(DataClass found, @Nullable Trait<DataClass> stated) {
        return stated == null || found.compareTo(stated.value()) > 0;
    }
}
