package io.quantumlayer.core.internal.redact;

import io.quantumlayer.core.internal.secrets.SecretSink;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Masks resolved secret values in texts that come from outside. It learns each value when it is resolved and from then
 * on replaces it, and what it becomes in base64 (wherever in a longer text it stands), URL encoding, hex and JSON, with
 * {@value #MASK}. Values of several lines are masked line by line too. Thread-safe.
 *
 * <p>Values of 4 and 5 characters are masked only where they stand alone, without letters or digits around them, and
 * only as they are: anything more would garble ordinary words. Shorter ones are not masked; nothing could be told from
 * them.
 */
public final class Redactor implements SecretSink {
    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    private volatile List<MaskedForm> forms = List.of();

    /**
     * Remembers a value for as long as this redactor lives.
     *
     * @param value a resolved secret
     */
    @Override
    public synchronized void learn(String value) {
        Map<String, MaskedForm> all = new LinkedHashMap<>();
        forms.forEach(form -> all.put(form.text(), form));
        SecretForms.of(value).forEach(form -> all.merge(form.text(), form, (a, b) -> a.word() ? b : a));
        List<MaskedForm> sorted = new ArrayList<>(all.values());
        sorted.sort(Comparator.comparing(MaskedForm::text));
        forms = List.copyOf(sorted);
    }

    /**
     * Masks every learned value.
     *
     * @param text a text from outside
     * @return the text with {@value #MASK} in the place of each
     */
    public String redact(String text) {
        BitSet covered = covered(text);
        return covered.isEmpty() ? text : masked(text, covered, 0, text.length());
    }

    /**
     * Opens a redactor for a text that comes in pieces.
     *
     * @return a new one, for one thread, which masks what this one has learned by the time of each piece
     */
    public StreamRedactor stream() {
        return new StreamRedactor(this);
    }

    List<MaskedForm> forms() {
        return forms;
    }

    /** Marks the characters that belong to a value; overlapping and touching values run together. */
    BitSet covered(String text) {
        BitSet covered = new BitSet();
        for (MaskedForm form : forms) {
            int at = text.indexOf(form.text());
            while (at >= 0) {
                if (form.occursAt(text, at)) {
                    covered.set(at, at + form.text().length());
                }
                at = text.indexOf(form.text(), at + 1);
            }
        }
        return covered;
    }

    static String masked(String text, BitSet covered, int start, int end) {
        StringBuilder shown = new StringBuilder(end - start);
        int at = start;
        while (at < end) {
            int next = covered.get(at) ? covered.nextClearBit(at) : covered.nextSetBit(at);
            int until = next < 0 || next > end ? end : next;
            shown.append(covered.get(at) ? MASK : text.substring(at, until));
            at = until;
        }
        return shown.toString();
    }
}
