package io.quantumlayer.core.internal.analyze;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes out of a text what only pretends to describe an application: orders to whoever reads it, such as to ignore all
 * rules, and the orders that follow one. They are kept as not understood and have no other effect.
 */
final class InertWords {
    private static final Set<String> VERBS =
            Words.of("ignore disregard forget override bypass overrule circumvent pretend jailbreak reveal"
                    + " print show summarise summarize repeat output leak dump tell neglect break violate");
    private static final Set<String> OBJECTS =
            Words.of("rule rules instruction instructions prompt limit limits policy policies restriction"
                    + " restrictions guideline guidelines safeguard safeguards check checks gate gates above"
                    + " previous prior safety constraints constraint");
    /** Verbs that are harmless with any object but these. */
    private static final Set<String> TELLING =
            Words.of("reveal print show summarise summarize repeat output leak dump tell");

    private static final Set<String> TOLD = Set.of("instructions", "prompt");
    private static final Set<String> OPENERS = Words.of("and then please now but also just you must system assistant");
    private static final Set<String> COMMANDS =
            Words.of("add enable install activate switch disable set deploy skip output print grant mark"
                    + " use remove approve respond return say"
                    + " call run delete execute give turn make assume act instead you reply answer write treat"
                    + " always from do never choose pick select report pretend exfiltrate send upload reveal");
    private static final Set<String> SPEAKERS = Set.of("system", "assistant", "developer", "admin", "administrator");
    private static final Pattern TAG = Pattern.compile(".*[\\[<{|]\\s*");
    private static final Set<String> READERS =
            Words.of("model ai llm assistant agent bot reader machine" + " parser analyzer");
    private static final int REACH = 6;

    private InertWords() {}

    static Text removed(Text text, Reading reading) {
        Set<Integer> inert = new HashSet<>();
        boolean ordered = false;
        for (int number : text.sentences()) {
            List<Token> sentence = text.ofSentence(number);
            int first = text.tokens().indexOf(sentence.get(0));
            boolean goesOn = text.isWord(first, COMMANDS) || text.gap(first).startsWith(";");
            int order = ordered && goesOn ? first : orderIn(text, first, first + sentence.size());
            ordered = order >= 0;
            if (ordered) {
                reading.notUnderstood.add(text.words(order, first + sentence.size()));
                for (int at = order; at < first + sentence.size(); at++) {
                    inert.add(text.token(at).start());
                }
            }
        }
        return inert.isEmpty() ? text : text.only(token -> !inert.contains(token.start()));
    }

    private static int orderIn(Text text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (isOrder(text, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isOrder(Text text, int at) {
        boolean starts = at == text.start(at) || text.token(at).afterPause() || text.isWord(at - 1, OPENERS);
        boolean role = text.isWord(at, Set.of("you"))
                && text.isWord(at + 1, Set.of("are"))
                && text.isWord(at + 2, Set.of("now", "an", "a", "no"));
        boolean from = text.isWord(at, Set.of("from"))
                && text.isWord(at + 1, Set.of("now"))
                && text.isWord(at + 2, Set.of("on"));
        boolean speaker = at == text.start(at) && text.isWord(at, SPEAKERS) && text.afterColon(at + 1);
        boolean fresh = text.isWord(at, Set.of("new", "updated", "real"))
                && text.isWord(at + 1, Set.of("instruction", "instructions", "task"));
        boolean as = text.isWord(at, Set.of("as"))
                && text.isWord(at + 1, Set.of("an", "a", "the"))
                && text.isWord(at + 2, Words.of("ai assistant administrator llm language model system admin"))
                && text.isWord(at + 3, Words.of("you i model please"));
        boolean mode = text.isWord(at, Words.of("developer god debug dan jailbreak unrestricted"))
                && text.isWord(at + 1, Set.of("mode"));
        boolean note = text.isWord(at, Set.of("note", "ps", "message", "hint"))
                && text.isWord(at + 1, Set.of("to", "for"))
                && (text.isWord(at + 2, READERS) || text.isWord(at + 3, READERS));
        boolean tagged = text.isWord(at, SPEAKERS) && TAG.matcher(text.gap(at)).matches();
        boolean hidden = text.gap(at).contains("<!--");
        boolean pretence = text.isWord(at, Set.of("pretend")) && starts;
        return note
                || tagged
                || hidden
                || pretence
                || role
                || from
                || as
                || speaker
                || fresh
                || mode
                || (starts && isForbidden(text, at));
    }

    private static boolean isForbidden(Text text, int at) {
        if (!text.isWord(at, VERBS)) {
            return false;
        }
        Set<String> objects = text.isWord(at, TELLING) ? TOLD : OBJECTS;
        List<String> near = new ArrayList<>();
        for (int i = at + 1; i <= at + REACH && text.sameSentence(at, i); i++) {
            near.add(text.token(i).word());
        }
        boolean told = !text.isWord(at, TELLING) || near.contains("your") || near.contains("system");
        return told && near.stream().anyMatch(objects::contains);
    }
}
