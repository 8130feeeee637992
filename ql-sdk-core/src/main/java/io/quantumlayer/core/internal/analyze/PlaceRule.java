package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Origin;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.Residency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads where the application may run. Words such as {@code only} or {@code must stay} make a place a residency, words
 * of hosting make it a region, words about its users a region that is inferred; a place that is spoken of in another
 * way is a subject, as in {@code restaurants in France}, and says nothing.
 */
final class PlaceRule implements Rule {
    private static final Pattern CLOUD_REGION = Pattern.compile("(?:[a-z]{2}-(?:[a-z]{3,12}-){1,2}[0-9]"
            + "|(?:europe|us|asia|northamerica|southamerica|australia|me|africa)-[a-z]{3,12}[0-9])");
    private static final Set<String> PRONOUNS = Set.of("us", "america");
    private static final Set<String> OUTSIDE = Set.of("outside", "beyond");
    private static final Set<String> EU =
            Words.of("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK");

    private final Lexicon places;
    private final Lexicon adjectives;

    PlaceRule(Vocabulary vocabulary) {
        this.places = vocabulary.lexicon("places");
        this.adjectives = vocabulary.lexicon("place adjectives");
    }

    @Override
    public void read(Text text, Reading reading) {
        text.spellings(CLOUD_REGION).forEach(region -> add(reading, Trait.stated(region, region)));
        List<Lexicon.Hit> hits = new ArrayList<>(places.hits(text).stream()
                .filter(hit -> !text.isWord(hit.from(), PRONOUNS) || text.isCapitalized(hit.from()))
                .filter(hit ->
                        !text.token(hit.from()).is("us") || text.isUpperCase(hit.from()) || isHyphened(text, hit))
                .filter(hit -> !text.isSpelled(hit.from(), CLOUD_REGION))
                .toList());
        adjectives.hits(text).stream()
                .filter(hit -> hits.stream().noneMatch(other -> other.from() < hit.to() && hit.from() < other.to()))
                .filter(hit -> PlaceWords.isOfPlace(text, hit))
                .toList()
                .forEach(hits::add);
        hits.sort(Comparator.comparingInt(Lexicon.Hit::from));
        for (int i = 0; i < hits.size(); i++) {
            Lexicon.Hit former = i == 0 ? null : hits.get(i - 1);
            PlaceWords words = new PlaceWords(text, hits.get(i), former);
            if (former == null || !isCorrection(words, text, former)) {
                place(words, text, reading);
            } else {
                correct(text, former, hits.get(i), reading);
            }
        }
        contradictions(reading);
    }

    private static boolean isHyphened(Text text, Lexicon.Hit hit) {
        return text.isJoined(hit.to()) && text.isWord(hit.to(), Set.of("based", "only", "hosted"));
    }

    private static void place(PlaceWords words, Text text, Reading reading) {
        Lexicon.Hit hit = words.hit();
        String said = text.words(hit.from(), hit.to());
        Polarity.Said polarity = Polarity.of(text, hit);
        boolean outside = words.before(OUTSIDE);
        boolean forbidden = !polarity.wanted()
                || words.before(
                        Words.of("not never leave leaves no nothing mustn't cannot can't don't isn't won't shouldn't"));
        if (!polarity.wanted() && !outside) {
            reading.notUnderstood.add(polarity.words(text));
        } else if (outside) {
            if (forbidden) {
                residency(reading, hit, said);
            }
        } else if (words.isPreference()) {
            add(reading, Trait.stated(region(hit), said));
        } else if (words.isLimit()) {
            residency(reading, hit, said);
        } else if (words.isHosting() || words.isAlone()) {
            add(reading, Trait.stated(region(hit), said));
        } else if (words.isAudience()) {
            add(reading, new Trait<>(region(hit), Origin.INFERRED, List.of(said)));
        }
    }

    /** {@code It should run in Germany. Actually France.}: the second place takes the part of the first. */
    private static boolean isCorrection(PlaceWords words, Text text, Lexicon.Hit former) {
        boolean bare = !words.isLimit() && !words.isHosting() && !words.isPreference();
        return bare && SecondThoughts.between(text, former.to(), words.hit().from());
    }

    private static void correct(Text text, Lexicon.Hit former, Lexicon.Hit hit, Reading reading) {
        String said = text.words(hit.from(), hit.to());
        if (reading.regions.removeIf(trait -> trait.value().equals(region(former)))) {
            add(reading, Trait.stated(region(hit), said));
        }
        Trait<Residency> limit = reading.residency;
        if (limit != null && limit.value().code().equals(former.id())) {
            reading.residency = Trait.stated(new Residency(hit.id()), said);
        }
    }

    private static void residency(Reading reading, Lexicon.Hit hit, String words) {
        Residency found = new Residency(hit.id());
        Trait<Residency> former = reading.residency;
        if (former != null && !former.value().equals(found)) {
            reading.contradictions.add(
                    "The sentence keeps data both in '" + former.words().get(0) + "' and in '" + words + "'");
        } else if (former == null) {
            reading.residency = Trait.stated(found, words);
        }
    }

    /** A wanted region that surely lies outside the residency; regions of which that is not sure are left to facts. */
    private static void contradictions(Reading reading) {
        Trait<Residency> limit = reading.residency;
        if (limit == null) {
            return;
        }
        for (Trait<String> region : reading.regions) {
            if (region.origin() == Origin.STATED
                    && isOutside(region.value(), limit.value().code())) {
                reading.contradictions.add(
                        "The sentence keeps data in '" + limit.words().get(0) + "' and asks for '"
                                + region.words().get(0) + "'");
            }
        }
    }

    private static boolean isOutside(String region, String limit) {
        boolean european = EU.contains(limit) || limit.equals("EU") || limit.equals("EEA");
        String name = region.toUpperCase(Locale.ROOT);
        if (CLOUD_REGION.matcher(region).matches()) {
            boolean away = region.matches("(?:us|ca|ap|sa|asia|northamerica|southamerica|australia|me|af|africa)-.*");
            boolean inEurope = region.matches("(?:eu|europe)-.*");
            return european
                    ? away
                    : limit.equals("US")
                            ? !region.startsWith("us-")
                            : inEurope
                                    && limit.length() == 2
                                    && !Set.of("GB", "CH", "NO").contains(limit);
        }
        boolean country = name.length() == 2 && !name.equals("EU");
        boolean inside = name.equals(limit) || ((limit.equals("EU") || limit.equals("EEA")) && EU.contains(name));
        boolean wider = name.equals("EU") && european;
        boolean sure = limit.equals("EEA") ? !Set.of("NO", "IS", "LI").contains(name) : limit.length() == 2;
        return country && sure && !inside && !wider;
    }

    private static String region(Lexicon.Hit hit) {
        return hit.id().toLowerCase(Locale.ROOT);
    }

    private static void add(Reading reading, Trait<String> region) {
        if (reading.regions.stream().noneMatch(trait -> trait.value().equals(region.value()))) {
            reading.regions.add(region);
        }
    }
}
