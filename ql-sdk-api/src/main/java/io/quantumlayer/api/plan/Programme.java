package io.quantumlayer.api.plan;

import java.util.List;
import java.util.Locale;

/**
 * A compliance programme; the ids are open, and one that nobody here knows is kept as named.
 *
 * @param id upper-case letters, digits and underscores, as {@code PCI_DSS}
 */
public record Programme(String id) {
    /** The AICPA trust services criteria. */
    public static final Programme SOC2 = new Programme("SOC2");

    /** The US health data rules; eligible only with a signed agreement. */
    public static final Programme HIPAA = new Programme("HIPAA");

    /** The card payment rules. */
    public static final Programme PCI_DSS = new Programme("PCI_DSS");

    /** The EU data protection regulation. */
    public static final Programme GDPR = new Programme("GDPR");

    /** The CIS benchmarks. */
    public static final Programme CIS = new Programme("CIS");

    /** The NIST control families. */
    public static final Programme NIST = new Programme("NIST");

    private static final List<Programme> KNOWN = List.of(SOC2, HIPAA, PCI_DSS, GDPR, CIS, NIST);

    /**
     * Checks the id's form, and takes a known programme's own spelling for one that differs in underscores alone:
     * {@code PCIDSS} is {@code PCI_DSS}.
     *
     * @throws InvalidValueException if it is not an id
     */
    public Programme {
        id = Spelling.of(PlanText.PROGRAMME.require(id));
    }

    /**
     * Finds the programme that a text names; case, blanks and hyphens do not matter, so {@code pci-dss}, {@code PCI
     * DSS} and {@code PCI_DSS} are one.
     *
     * @param text the name
     * @return a known programme, or one kept as named
     * @throws InvalidValueException if no id can be made of the text
     */
    public static Programme of(String text) {
        return new Programme(text.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_"));
    }

    /**
     * Returns the programmes that have a name here.
     *
     * @return an unmodifiable list
     */
    public static List<Programme> known() {
        return KNOWN;
    }

    /**
     * Tells whether this is one of {@link #known()}.
     *
     * @return false for a programme that is only kept as named
     */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** Returns the id. */
    @Override
    public String toString() {
        return id;
    }

    /** The known spellings; in a class of their own because the constants above need them while they are made. */
    private static final class Spelling {
        private static final List<String> IDS = List.of("SOC2", "HIPAA", "PCI_DSS", "GDPR", "CIS", "NIST");

        static String of(String id) {
            return IDS.stream()
                    .filter(known -> bare(known).equals(bare(id)))
                    .findFirst()
                    .orElse(id);
        }

        private static String bare(String id) {
            return id.replace("_", "");
        }
    }
}
