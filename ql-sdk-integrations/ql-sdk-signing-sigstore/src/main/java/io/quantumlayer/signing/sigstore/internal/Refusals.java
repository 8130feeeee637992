package io.quantumlayer.signing.sigstore.internal;

import io.quantumlayer.api.spi.signing.SignatureVerdict;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gives the verifier's exceptions a reason: the first of these words in the chain of causes, innermost first. */
final class Refusals {
    private static final int MAX_CAUSES = 10;
    private static final Map<String, Reason> WORDS = words();

    private Refusals() {}

    private static Map<String, Reason> words() {
        Map<String, Reason> words = new LinkedHashMap<>();
        words.put("public keys are not supported", Reason.KEY);
        words.put("no timestamp", Reason.TIMESTAMP);
        words.put("rfc3161", Reason.TIMESTAMP);
        words.put("timestamp", Reason.TIMESTAMP);
        words.put("certificate in rekor", Reason.TRANSPARENCY_LOG);
        words.put("log entry", Reason.TRANSPARENCY_LOG);
        words.put("inclusion proof", Reason.TRANSPARENCY_LOG);
        words.put("checkpoint", Reason.TRANSPARENCY_LOG);
        words.put("tlog", Reason.TRANSPARENCY_LOG);
        words.put("transparency", Reason.TRANSPARENCY_LOG);
        words.put("rekor", Reason.TRANSPARENCY_LOG);
        words.put("entry set", Reason.TRANSPARENCY_LOG);
        words.put("could not process", Reason.MALFORMED);
        words.put("could not find", Reason.MALFORMED);
        words.put("could not parse", Reason.MALFORMED);
        words.put("must be provided", Reason.MALFORMED);
        words.put("must contain", Reason.MALFORMED);
        words.put("unsupported", Reason.MALFORMED);
        words.put("certificate", Reason.CERTIFICATE);
        words.put("sct", Reason.CERTIFICATE);
        words.put("validity", Reason.CERTIFICATE);
        words.put("digest", Reason.DIGEST);
        words.put("subject", Reason.DIGEST);
        words.put("signature", Reason.SIGNATURE);
        words.put("payload", Reason.STATEMENT);
        return words;
    }

    static SignatureVerdict of(Throwable thrown, Reason otherwise) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable t = thrown; t != null && chain.size() < MAX_CAUSES; t = t.getCause()) {
            chain.add(t);
        }
        String outer = String.valueOf(thrown.getMessage());
        Throwable inner = chain.get(chain.size() - 1);
        String all = outer.equals(inner.getMessage()) ? outer : outer + ": " + inner.getMessage();
        return SignatureVerdict.refused(reason(outer, otherwise), printable(all));
    }

    private static Reason reason(String message, Reason otherwise) {
        String lower = message.toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(word -> lower.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static String printable(String text) {
        String cut = text.length() > 400 ? text.substring(0, 400) + "..." : text;
        return cut.replaceAll("\\p{Cntrl}", " ");
    }
}
