package io.quantumlayer.security.internal.report;

import java.util.OptionalDouble;
import us.springett.cvss.Cvss;
import us.springett.cvss.MalformedVectorException;

/** Reads the base score of a CVSS vector of version 2, 3 or 4. */
public final class CvssScore {
    private CvssScore() {}

    /**
     * Returns the base score.
     *
     * @param vector the vector, or an empty text
     * @return 0 to 10, or empty if it is no vector that is understood
     */
    public static OptionalDouble of(String vector) {
        if (vector.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            Cvss cvss = Cvss.fromVector(vector);
            return cvss == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(cvss.calculateScore().getBaseScore());
        } catch (MalformedVectorException | IllegalArgumentException notUnderstood) {
            return OptionalDouble.empty();
        }
    }
}
