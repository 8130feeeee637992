package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Origin;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.Residency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads where the application may run. Words such as {@code only} or {@code must stay} make a place a residency, words
 * of hosting make it a region, words about its users a region that is inferred; a place that is spoken of in another
 * way is a subject, as in {@code restaurants in France}, and says nothing.
 */
final class PlaceRule implements Rule {
    private static final Pattern CLOUD_REGION = Pattern.compile("(?:[a-z]{2}-(?:[a-z]{3,12}-){1,2}[0-9]"
            + "|(?:europe|us|asia|northamerica|southamerica|australia|me|africa)-[a-z]{3,12}[0-9])");
    private static final Set<String> LIMITS_BEFORE =
            Words.of("only stay stays remain remains leave leaves residency resident exclusively strictly solely"
                    + " must inside within sovereign stored kept processed");
    private static final Set<String> LIMITS_AFTER = Set.of("only", "exclusively", "soil", "residency", "territory");
    private static final Set<String> PREFERENCES = Words.of("mostly prefer preferably ideally mainly primarily");
    private static final Set<String> HOSTING =
            Words.of("host hosted hosting run runs running deploy deployed region regions server servers located"
                    + " datacenter datacentre available");
    private static final Set<String> AUDIENCE =
            Words.of("user users customer customers audience traffic visitors clients close near");
    private static final Set<String> OF_ADJECTIVES =
            Words.of("data region regions server servers hosting cloud soil datacenter datacentre residency only"
                    + " territory");
    private static final Set<String> PRONOUNS = Set.of("us", "america");
    private static final int REACH = 8;
    private static final int REACH_AFTER = 3;

    private final Lexicon places;
    private final Lexicon adjectives;

    PlaceRule(Vocabulary vocabulary) {
        this.places = vocabulary.lexicon("places");
        this.adjectives = vocabulary.lexicon("place adjectives");
    }

    @Override
    public void read(Text text, Reading reading) {
        text.spellings(CLOUD_REGION).forEach(region -> add(reading, Trait.stated(region, region)));
        Stream<Lexicon.Hit> named = places.hits(text).stream()
                .filter(hit -> !text.isWord(hit.from(), PRONOUNS) || text.isCapitalized(hit.from()))
                .filter(hit -> !text.token(hit.from()).is("us") || text.isUpperCase(hit.from()))
                .filter(hit -> !text.isSpelled(hit.from(), CLOUD_REGION));
        Stream<Lexicon.Hit> described =
                adjectives.hits(text).stream().filter(hit -> text.isWord(hit.to(), OF_ADJECTIVES));
        Stream.concat(named, described).forEach(hit -> place(text, hit, reading));
    }

    private static void place(Text text, Lexicon.Hit hit, Reading reading) {
        String words = text.words(hit.from(), hit.to());
        boolean leaving = before(text, hit, Set.of("leave", "leaves"));
        if (!leaving && !Polarity.of(text, hit).wanted()) {
            reading.notUnderstood.add(Polarity.of(text, hit).words(text));
        } else if (before(text, hit, PREFERENCES)) {
            add(reading, Trait.stated(region(hit), words));
        } else if (before(text, hit, LIMITS_BEFORE) || after(text, hit, LIMITS_AFTER)) {
            residency(reading, hit, words);
        } else if (before(text, hit, HOSTING) || after(text, hit, HOSTING)) {
            add(reading, Trait.stated(region(hit), words));
        } else if (before(text, hit, AUDIENCE) || after(text, hit, AUDIENCE)) {
            add(reading, new Trait<>(region(hit), Origin.INFERRED, List.of(words)));
        }
    }

    private static void residency(Reading reading, Lexicon.Hit hit, String words) {
        Residency found = new Residency(hit.id());
        Trait<Residency> former = reading.residency;
        if (former != null && !former.value().equals(found)) {
            reading.contradictions.add(
                    "The sentence keeps data both in '" + former.words().get(0) + "' and in '" + words + "'");
        } else {
            reading.residency = Trait.stated(found, words);
        }
    }

    private static String region(Lexicon.Hit hit) {
        return hit.id().toLowerCase(Locale.ROOT);
    }

    private static void add(Reading reading, Trait<String> region) {
        if (reading.regions.stream().noneMatch(trait -> trait.value().equals(region.value()))) {
            reading.regions.add(region);
        }
    }

    private static boolean before(Text text, Lexicon.Hit hit, Set<String> words) {
        for (int at = hit.from() - 1; at >= hit.from() - REACH && text.sameSentence(at, hit.from()); at--) {
            if (text.isWord(at, words)) {
                return true;
            }
        }
        return false;
    }

    private static boolean after(Text text, Lexicon.Hit hit, Set<String> words) {
        for (int at = hit.to(); at < hit.to() + REACH_AFTER && text.sameSentence(at, hit.from()); at++) {
            if (text.isWord(at, words)) {
                return true;
            }
        }
        return false;
    }
}
