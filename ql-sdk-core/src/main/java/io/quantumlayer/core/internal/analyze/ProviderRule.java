package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Origin;
import io.quantumlayer.api.app.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Reads the providers that are preferred, in order, and those that are ruled out. A service suggests its provider; who
 * wants no public cloud rules all of them out; a company's mere name counts only where it is ruled out.
 */
final class ProviderRule implements Rule {
    private static final Set<String> LEADS =
            Words.of("on to onto using use via prefer preferably preferring prefers at run runs host hosted"
                    + " meant mean deploy choice preference favour favor ideally choose like love pick"
                    + " stick only first");
    private static final Set<String> FOLLOWERS =
            Words.of("preferred please hosting deployment first only obviously function functions worker"
                    + " workers pages lambda if otherwise ideally then second edge containers cluster"
                    + " preferably would where govcloud is hosted based native over");
    private static final Set<String> CHAIN =
            Words.of("or and then otherwise else followed by afterwards finally second");
    private static final Set<String> WELCOMED =
            Words.of("nice best fine great good ideal ok preferred welcome favourite");
    private static final List<String> PUBLIC_CLOUDS = List.of("aws", "azure", "cloudflare", "gcp", "vercel");
    private static final int REACH = 3;

    private final Lexicon providers;
    private final Lexicon services;
    private final Lexicon names;
    private final Lexicon onPremises;

    ProviderRule(Vocabulary vocabulary) {
        this.providers = vocabulary.lexicon("providers");
        this.services = vocabulary.lexicon("provider services");
        this.names = vocabulary.lexicon("provider names");
        this.onPremises = vocabulary.lexicon("on premises");
    }

    @Override
    public void read(Text text, Reading reading) {
        int chainEnd = -1;
        Lexicon.Hit last = null;
        Set<Lexicon.Hit> offered = Set.copyOf(services.hits(text));
        for (Lexicon.Hit hit : mentions(text)) {
            Polarity.Said said = Polarity.of(text, hit);
            boolean service = offered.contains(hit);
            if (!said.wanted()) {
                add(reading.excluded, hit.id(), Origin.STATED, said.words(text));
            } else if (!isOver(text, hit) && (service || isLed(text, hit) || goesOn(text, chainEnd, hit.from()))) {
                if (last != null && isReplaced(text, last, hit)) {
                    reading.preferred.clear();
                }
                Origin origin = service && !isLed(text, hit) ? Origin.INFERRED : Origin.STATED;
                add(reading.preferred, hit.id(), origin, said.words(text));
                chainEnd = hit.to();
                last = hit;
            }
        }
        onPremises.hits(text).stream()
                .filter(hit -> !text.token(hit.from()).is("only")
                        || Polarity.of(text, hit).wanted())
                .forEach(hit -> PUBLIC_CLOUDS.forEach(
                        cloud -> add(reading.excluded, cloud, Origin.STATED, text.words(hit.from(), hit.to()))));
        contradictions(reading);
    }

    private static void contradictions(Reading reading) {
        reading.preferred.stream()
                .filter(trait -> reading.excluded.stream()
                        .anyMatch(other -> other.value().equals(trait.value())))
                .toList()
                .forEach(both -> {
                    reading.contradictions.add("The sentence both prefers and rules out " + both.value());
                    reading.preferred.remove(both);
                });
    }

    /** Providers, and services that say more than the provider's own name, in the order of the text. */
    private List<Lexicon.Hit> mentions(Text text) {
        List<Lexicon.Hit> all = new ArrayList<>(services.hits(text));
        providers.hits(text).stream()
                .filter(hit -> all.stream().noneMatch(other -> other.from() < hit.to() && hit.from() < other.to()))
                .toList()
                .forEach(all::add);
        names.hits(text).stream()
                .filter(hit -> all.stream().noneMatch(other -> other.from() < hit.to() && hit.from() < other.to()))
                .filter(hit -> !Polarity.of(text, hit).wanted() && !isPossessive(text, hit))
                .toList()
                .forEach(all::add);
        all.sort(Comparator.comparingInt(Lexicon.Hit::from));
        return all;
    }

    private static boolean isPossessive(Text text, Lexicon.Hit hit) {
        return text.sameSentence(hit.from(), hit.to())
                && !text.token(hit.to()).afterPause()
                && text.isWord(hit.to(), Words.of("login sign account accounts maps auth authentication analytics"));
    }

    private static void add(List<Trait<String>> traits, String id, Origin origin, String words) {
        if (traits.stream().noneMatch(trait -> trait.value().equals(id))) {
            traits.add(new Trait<>(id, origin, List.of(words)));
        }
    }

    private static boolean isLed(Text text, Lexicon.Hit hit) {
        for (int at = hit.from() - 1; at >= hit.from() - REACH && text.sameSentence(at, hit.from()); at--) {
            if (text.isWord(at, LEADS)) {
                return true;
            }
            if (text.token(at + 1).afterPause() && !text.afterColon(at + 1)) {
                break;
            }
        }
        boolean follows = text.sameSentence(hit.from(), hit.to()) && text.isWord(hit.to(), FOLLOWERS);
        boolean nice = text.isWord(hit.to(), Set.of("is", "would")) && !isWelcomed(text, hit.to());
        return (follows && !nice) || isAlone(text, hit) || hit.id().equals("local");
    }

    private static boolean isWelcomed(Text text, int from) {
        for (int at = from; at < from + 5 && text.sameSentence(at, from); at++) {
            if (text.isWord(at, WELCOMED)) {
                return true;
            }
        }
        return false;
    }

    /** A clause that consists of the provider: {@code a Go API, AWS}. */
    private static boolean isAlone(Text text, Lexicon.Hit hit) {
        boolean starts =
                hit.from() == text.start(hit.from()) || text.token(hit.from()).afterPause();
        boolean ends =
                !text.sameSentence(hit.from(), hit.to()) || text.token(hit.to()).afterPause();
        return starts && ends;
    }

    /** What is only compared with is not preferred: {@code Azure over AWS}. */
    private static boolean isOver(Text text, Lexicon.Hit hit) {
        return text.isWord(hit.from() - 1, Set.of("over", "comparing", "compares", "between", "from", "like"))
                || (text.isWord(hit.from() - 1, Set.of("to")) && text.isWord(hit.from() - 2, Set.of("compared")))
                || text.isWord(
                        hit.to(),
                        Words.of("bill bills billing costs cost prices price pricing competitor usage invoice invoices"
                                + " exam quiz course training account accounts spend"));
    }

    /** A provider after another one, as in {@code on AWS or GCP}, or {@code first AWS, then GCP}. */
    private static boolean goesOn(Text text, int chainEnd, int from) {
        if (chainEnd < 0 || from - chainEnd > 2) {
            return false;
        }
        boolean next = chainEnd == from && text.token(from).afterPause();
        boolean chained = from > chainEnd;
        for (int at = chainEnd; at < from; at++) {
            chained &= text.isWord(at, CHAIN);
        }
        return next || chained;
    }

    private static boolean isReplaced(Text text, Lexicon.Hit former, Lexicon.Hit hit) {
        for (int at = former.to(); at < hit.from(); at++) {
            boolean mind = text.isWord(at, Words.of("wait scratch actually sorry correction oops nevermind"))
                    || (text.isWord(at, Set.of("never")) && text.isWord(at + 1, Set.of("mind")))
                    || (text.isWord(at, Set.of("second")) && text.isWord(at + 1, Set.of("thought", "thoughts")));
            if (mind) {
                return true;
            }
        }
        return false;
    }
}
