package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Reads the features: the last word on each counts, as in a second thought. Where it is no second thought the two are a
 * contradiction, and what protects is kept.
 */
final class FeatureRule implements Rule {
    /** Those that nobody but the caller rules out. */
    static final Set<String> PROTECTING =
            Set.of("authentication", "authorization", "encryption", "audit_logging", "rate_limiting");
    /** Words before a thing that make it the subject of an application and not a part of it. */
    private static final Set<String> SUBJECT_LEADS = Set.of("teaching", "explaining", "explains");
    /** Activities that an application can be for, if a thing follows: {@code for monitoring beehives}. */
    private static final Set<String> ACTIVITIES = Set.of("monitoring", "tracing", "scheduling");

    private static final Set<String> NO_THING =
            Words.of("and or with in on for via using by is are must should plus but as at to from of please"
                    + " so that which when if needed required service system metrics");

    private static final Set<String> THINGS = Words.of("cache queue notifications search webhooks payments email");
    private static final Set<String> OF_PURPOSE = Words.of("a an the our my managing storing comparing archiving");
    private static final Set<String> SAME_THING =
            Words.of("support delivery handling management integration functionality feature features backend"
                    + " app platform engine flow flows layer provider providers api server worker consumer"
                    + " topic topics stream streams message messages event events across through over"
                    + " within into among between behind where who while however");

    private final Lexicon stated;
    private final Lexicon implied;
    private final Lexicon absent;
    /** Words that say something only where they are ruled out. */
    private final Lexicon denied;

    private final Lexicon slots;
    private final NamedFeatures named;
    private final Bystanders bystanders;
    private final Set<String> ways;

    FeatureRule(Vocabulary vocabulary) {
        this.stated = vocabulary.inflected("features");
        this.implied = vocabulary.inflected("implied features");
        this.absent = vocabulary.inflected("absent features");
        this.denied = vocabulary.inflected("denied features");
        this.slots = vocabulary.lexicon("languages");
        this.ways = Set.copyOf(vocabulary.table("specific").get("-"));
        this.named = new NamedFeatures(stated);
        this.bystanders = new Bystanders(vocabulary);
    }

    @Override
    public void read(Text text, Reading reading) {
        List<Lexicon.Hit> hits = stated.hits(text).stream()
                .filter(hit -> !isSubject(text, hit) && !isJob(hit, reading))
                .toList();
        Map<String, List<Polarity.Said>> mentions = new LinkedHashMap<>();
        for (int i = 0; i < hits.size(); i++) {
            Lexicon.Hit hit = hits.get(i);
            int next = i + 1 < hits.size() ? hits.get(i + 1).from() : text.size();
            mentions.computeIfAbsent(hit.id(), id -> new ArrayList<>()).add(said(text, hit, next));
        }
        mentions.values().forEach(said -> dropOtherWays(text, said));
        narrow(text, hits, mentions);
        mentions.forEach(
                (id, said) -> reading.features.put(id, Mentions.resolve(text, said, PROTECTING.contains(id), reading)));
        absent.hits(text).forEach(hit -> {
            Polarity.Said said = Polarity.of(text, hit);
            reading.features.putIfAbsent(hit.id(), Trait.stated(!said.wanted(), said.words(text)));
        });
        NavigableSet<Integer> starts = new TreeSet<>();
        hits.forEach(hit -> starts.add(hit.from()));
        implied.hits(text).forEach(hit -> {
            Integer next = starts.ceiling(hit.to());
            Polarity.Said said = said(text, hit, next == null ? text.size() : next);
            if (said.wanted()) {
                reading.features.putIfAbsent(hit.id(), Trait.inferred(true, said.words(text)));
            } else if (said.to() > hit.to() || text.isWord(said.from(), Set.of("no", "without"))) {
                reading.features.putIfAbsent(hit.id(), Trait.stated(false, said.words(text)));
            }
        });
        denied.hits(text).stream()
                .map(hit -> Map.entry(hit.id(), Polarity.of(text, hit)))
                .filter(entry -> !entry.getValue().wanted())
                .forEach(entry -> reading.features.putIfAbsent(
                        entry.getKey(), Trait.stated(false, entry.getValue().words(text))));
        UserLanguages.words(text).ifPresent(words -> reading.features.putIfAbsent("i18n", Trait.inferred(true, words)));
        named.read(text, reading);
    }

    /** "Second draft: login only" takes back what was listed before. */
    private static void narrow(Text text, List<Lexicon.Hit> hits, Map<String, List<Polarity.Said>> mentions) {
        int start = SecondThoughts.narrowedFrom(text);
        if (start >= 0 && hits.stream().anyMatch(hit -> hit.from() >= start && text.sameSentence(hit.from(), start))) {
            mentions.values().stream()
                    .filter(all -> all.stream().allMatch(said -> said.from() < start))
                    .forEach(all -> all.replaceAll(said -> new Polarity.Said(false, said.from(), said.to())));
        }
    }

    /** How a feature is spoken of, unless the text takes it back before it speaks of the next one. */
    private Polarity.Said said(Text text, Lexicon.Hit hit, int next) {
        Polarity.Said said = Polarity.of(text, hit);
        int back = SecondThoughts.takenBackAfter(text, hit.to() - 1);
        boolean another =
                back >= 0 && slots.hits(text).stream().anyMatch(slot -> slot.from() >= hit.to() && slot.from() < back);
        return said.wanted() && back >= 0 && back < next && !another
                ? new Polarity.Said(false, hit.from(), back + 1)
                : said;
    }

    /** Who rules out one way of doing a thing and asks for another one does not contradict himself. */
    private void dropOtherWays(Text text, List<Polarity.Said> mentions) {
        if (mentions.stream().anyMatch(Polarity.Said::wanted)) {
            mentions.removeIf(said ->
                    !said.wanted() && IntStream.range(said.from(), said.to()).anyMatch(at -> text.isWord(at, ways)));
        }
    }

    /** What only describes another thing that the application is for: {@code an API for notification archives}. */
    private static boolean isOtherThing(Text text, Lexicon.Hit hit) {
        int before = hit.from() - 1;
        while (text.isWord(before, OF_PURPOSE)) {
            before--;
        }
        return THINGS.contains(hit.id())
                && text.isWord(before, Set.of("for"))
                && text.sameSentence(before, hit.to())
                && !text.token(hit.from()).word().endsWith("ing")
                && !text.token(hit.from()).afterPause()
                && !text.token(hit.to()).afterPause()
                && !text.isWord(hit.to(), NO_THING)
                && !text.isWord(hit.to(), SAME_THING)
                && !text.token(hit.to()).word().endsWith("ing");
    }

    /** A job is scheduled by its kind. */
    private static boolean isJob(Lexicon.Hit hit, Reading reading) {
        return hit.id().equals("scheduling")
                && hit.to() - hit.from() > 1
                && reading.kind != null
                && reading.kind.value() == AppKind.JOB;
    }

    private boolean isSubject(Text text, Lexicon.Hit hit) {
        boolean thing = hit.to() - hit.from() == 1
                && text.isWord(hit.from(), ACTIVITIES)
                && text.isWord(hit.from() - 1, Set.of("for"))
                && text.sameSentence(hit.from(), hit.to())
                && !text.token(hit.to()).afterPause()
                && !text.isWord(hit.to(), NO_THING);
        boolean about = text.isWord(hit.from() - 1, Set.of("about"))
                && !text.isWord(
                        hit.from() - 2,
                        Words.of("worry care forget bother think thinking"
                                + " worried fuss said say mentioned wrote asked told talked"));
        return thing
                || about
                || bystanders.isAt(text, hit)
                || isOtherThing(text, hit)
                || text.isWord(hit.from() - 1, SUBJECT_LEADS);
    }
}
