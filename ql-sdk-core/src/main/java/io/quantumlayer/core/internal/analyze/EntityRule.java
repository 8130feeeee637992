package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.Trait;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the thing that the application keeps, by the places where English puts it, the surest first: {@code list of
 * books}, {@code book inventory}, {@code tracks books}, {@code service for books}, {@code book service}. Runs after the
 * kind: what is not supported keeps nothing.
 */
final class EntityRule implements Rule {
    private static final Set<String> COLLECTIONS =
            Words.of("list inventory catalog catalogue collection directory registry library archive database"
                    + " store log records record table set repository ledger index");
    private static final Set<String> KEEPERS =
            Words.of("list lists tracker manager management inventory catalog catalogue directory registry"
                    + " tracking booking bookings organizer organiser planner log archive collection ledger"
                    + " records crud administration shop");
    private static final Set<String> VERBS =
            Words.of("manage manages managing track tracks tracking store stores storing keep keeps keeping"
                    + " record records recording organize organizes catalog save saves saving handle handles"
                    + " handling crud serves administer logs collects collect holds hold remembers remember"
                    + " lists");
    private static final Set<String> KINDS =
            Words.of("service services api apis backend microservice app application server rest endpoint"
                    + " endpoints system");
    private static final Set<String> LINKS =
            Words.of("with and or a an the using plus without no in token tokens some basic");
    /** Those for whom an application is made are not what it keeps, unless it is said to manage them. */
    private static final Set<String> AUDIENCE =
            Words.of("team company user customer client developer family business person everyone production"
                    + " people organization organisation startup");

    private final List<Lexicon> meanings;

    EntityRule(Vocabulary vocabulary) {
        this.meanings = Stream.of(
                        "kinds",
                        "unsupported",
                        "languages",
                        "frameworks",
                        "features",
                        "implied features",
                        "compliance",
                        "security levels",
                        "providers",
                        "places")
                .map(vocabulary::lexicon)
                .toList();
    }

    /** Looks whether English would put the noun at a token. */
    private interface Place {
        Optional<FoundNoun> at(int index);
    }

    @Override
    public void read(Text text, Reading reading) {
        if (reading.kind != null && reading.kind.value() == AppKind.UNSUPPORTED) {
            return;
        }
        NounSearch nouns = new NounSearch(text, meanings);
        List<Place> places = List.of(
                at -> isFollowed(text, at, COLLECTIONS, "of") ? nouns.after(at + 2) : Optional.empty(),
                at -> text.isWord(at, KEEPERS) && !nouns.isTaken(at) ? nouns.before(at) : Optional.empty(),
                at -> text.isWord(at, VERBS) ? nouns.after(at + 1) : Optional.empty(),
                at -> isPurpose(text, at, nouns) ? purpose(text, at, nouns) : Optional.empty(),
                at -> text.isWord(at, KINDS) ? nouns.before(at) : Optional.empty());
        places.stream()
                .flatMap(place -> IntStream.range(0, text.size())
                        .mapToObj(place::at)
                        .flatMap(Optional::stream)
                        .limit(1))
                .findFirst()
                .ifPresent(
                        found -> reading.entity = Trait.inferred(found.noun(), text.words(found.from(), found.to())));
    }

    private static boolean isFollowed(Text text, int at, Set<String> words, String next) {
        return text.isWord(at, words) && text.isWord(at + 1, Set.of(next));
    }

    /** Says whether a {@code for} belongs to the application, perhaps past its features. */
    private static boolean isPurpose(Text text, int at, NounSearch nouns) {
        if (!text.token(at).is("for")) {
            return false;
        }
        int before = at - 1;
        boolean ofKind = false;
        while (text.sameSentence(before, at)
                && (text.isWord(before, KINDS) || text.isWord(before, LINKS) || nouns.isTaken(before))) {
            ofKind |= text.isWord(before, KINDS);
            before--;
        }
        return ofKind;
    }

    private static Optional<FoundNoun> purpose(Text text, int at, NounSearch nouns) {
        return nouns.after(at + 1)
                .filter(found -> !AUDIENCE.contains(found.noun()))
                .filter(found -> !text.isWord(found.to(), KINDS));
    }
}
