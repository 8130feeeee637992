package io.quantumlayer.core.internal.redact;

import java.util.BitSet;
import java.util.List;

/**
 * Masks secret values in a text that comes in pieces, wherever it is cut: it holds back an end that may be the
 * beginning of a value until the next piece shows whether it is. All pieces together give what the whole text would
 * have given. It holds at most two lengths of the longest value. For one thread.
 */
public final class StreamRedactor {
    private final Redactor redactor;
    /** The end of the text so far: first what was shown and may still belong to a value, then what was not. */
    private String held = "";

    private int shown;
    private BitSet masked = new BitSet();

    StreamRedactor(Redactor redactor) {
        this.redactor = redactor;
    }

    /**
     * Takes the next piece.
     *
     * @param piece what was read
     * @return what can be shown by now, masked; may be empty
     */
    public String accept(String piece) {
        List<MaskedForm> forms = redactor.forms();
        String text = held + piece;
        int undecided =
                forms.stream().mapToInt(form -> form.undecided(text)).max().orElse(0);
        int longest =
                forms.stream().mapToInt(form -> form.text().length()).max().orElse(0);
        return show(text, Math.max(shown, text.length() - undecided), longest);
    }

    /**
     * Ends the text; the next piece begins another one.
     *
     * @return the rest, masked
     */
    public String end() {
        String rest = show(held, held.length(), 0);
        held = "";
        shown = 0;
        masked = new BitSet();
        return rest;
    }

    private String show(String text, int end, int longest) {
        BitSet covered = redactor.covered(text);
        covered.or(masked);
        // A value that goes on where the last piece ended has its mask already.
        boolean goesOn = shown > 0 && covered.get(shown - 1) && covered.get(shown);
        int start = goesOn ? Math.min(end, covered.nextClearBit(shown)) : shown;
        String piece = Redactor.masked(text, covered, start, end);
        int kept = Math.max(0, end - 1 - longest);
        held = text.substring(kept);
        shown = end - kept;
        masked = covered.get(kept, end);
        return piece;
    }
}
