package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.Origin;
import io.quantumlayer.api.app.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what kind of application is asked for. What stands behind a preposition ({@code an API for a mobile app}) is
 * its surroundings, and of words that follow each other the last is the noun ({@code mobile app backend}). Runs after
 * the language, since a framework suggests a kind too.
 */
final class KindRule implements Rule {
    private static final Set<String> SURROUNDING =
            Words.of("for by from to of behind via through on in into like replaces calls");

    private final Lexicon kinds;
    private final Lexicon weak;
    private final Map<String, String> kindOf;

    KindRule(Vocabulary vocabulary) {
        this.kinds = vocabulary.lexicon("kinds");
        this.weak = vocabulary.lexicon("weak kinds");
        this.kindOf = vocabulary.inverse("framework kinds");
    }

    @Override
    public void read(Text text, Reading reading) {
        List<Lexicon.Hit> heads = heads(text, kinds.hits(text));
        if (!heads.isEmpty()) {
            reading.kind = strong(text, heads);
            return;
        }
        Trait<String> framework = reading.framework;
        String suggested = framework == null ? null : kindOf.get(framework.value());
        if (framework != null && suggested != null) {
            reading.kind = new Trait<>(AppKind.valueOf(suggested), Origin.INFERRED, framework.words());
            return;
        }
        heads(text, weak.hits(text)).stream()
                .findFirst()
                .ifPresent(hit ->
                        reading.kind = Trait.inferred(AppKind.valueOf(hit.id()), text.words(hit.from(), hit.to())));
    }

    private static Trait<AppKind> strong(Text text, List<Lexicon.Hit> heads) {
        Lexicon.Hit unsupported = find(heads, AppKind.UNSUPPORTED);
        Lexicon.Hit api = find(heads, AppKind.API);
        Lexicon.Hit seen = find(heads, AppKind.FRONTEND);
        Lexicon.Hit pages = seen == null ? find(heads, AppKind.WEB) : seen;
        if (unsupported == null && api != null && pages != null) {
            return Trait.stated(
                    AppKind.FULLSTACK, text.words(pages.from(), pages.to()), text.words(api.from(), api.to()));
        }
        Lexicon.Hit counts = unsupported == null ? heads.get(0) : unsupported;
        return Trait.stated(AppKind.valueOf(counts.id()), text.words(counts.from(), counts.to()));
    }

    private static Lexicon.@Nullable Hit find(List<Lexicon.Hit> hits, AppKind kind) {
        return hits.stream()
                .filter(hit -> hit.id().equals(kind.name()))
                .findFirst()
                .orElse(null);
    }

    /** The hits that name the application itself, or all if none does. */
    private static List<Lexicon.Hit> heads(Text text, List<Lexicon.Hit> hits) {
        List<Lexicon.Hit> nouns = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            Lexicon.Hit hit = hits.get(i);
            boolean last = i + 1 == hits.size()
                    || hits.get(i + 1).from() != hit.to()
                    || text.token(hit.to()).afterPause();
            if (last && Polarity.of(text, hit).wanted()) {
                nouns.add(hit);
            }
        }
        List<Lexicon.Hit> own =
                nouns.stream().filter(hit -> !isSurrounding(text, hit)).toList();
        return own.isEmpty() ? nouns : own;
    }

    private static boolean isSurrounding(Text text, Lexicon.Hit hit) {
        int before = hit.from() - 1;
        // A few words may describe it: "for a small native mobile app".
        for (int described = 0;
                described < 3 && before >= 0 && !text.token(before + 1).afterPause();
                described++) {
            if (text.isWord(before, SURROUNDING)) {
                return text.sameSentence(before, hit.from());
            }
            if (text.isWord(before, Words.of("with and or create build need want plus"))) {
                return false;
            }
            before--;
        }
        return false;
    }
}
