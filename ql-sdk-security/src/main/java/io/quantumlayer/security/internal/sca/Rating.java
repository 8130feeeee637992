package io.quantumlayer.security.internal.sca;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.security.internal.report.CvssScore;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How bad a hole is, by the newest CVSS vector, else by the word of its database; what nobody rated counts as HIGH.
 *
 * @param severity how bad
 * @param vector the CVSS vector, or empty
 * @param rated whether anybody rated it
 */
record Rating(Severity severity, String vector, boolean rated) {
    private static final double CRITICAL = 9.0;
    private static final double HIGH = 7.0;
    private static final double MEDIUM = 4.0;

    static Rating of(String id, JsonNode advisory) {
        if (id.startsWith("MAL-")) {
            return new Rating(Severity.CRITICAL, "", true);
        }
        String newest = "";
        String version = "";
        for (JsonNode severity : advisory.path("severity")) {
            String type = severity.path("type").asText();
            String vector = severity.path("score").asText();
            if (type.compareTo(version) > 0 && CvssScore.of(vector).isPresent()) {
                version = type;
                newest = vector;
            }
        }
        OptionalDouble score = CvssScore.of(newest);
        return score.isPresent()
                ? new Rating(severity(score.getAsDouble()), newest, true)
                : byWord(advisory.path("database_specific").path("severity").asText());
    }

    private static Rating byWord(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "CRITICAL" -> new Rating(Severity.CRITICAL, "", true);
            case "HIGH" -> new Rating(Severity.HIGH, "", true);
            case "MODERATE", "MEDIUM" -> new Rating(Severity.MEDIUM, "", true);
            case "LOW" -> new Rating(Severity.LOW, "", true);
            default -> new Rating(Severity.HIGH, "", false);
        };
    }

    private static Severity severity(double score) {
        if (score >= CRITICAL) {
            return Severity.CRITICAL;
        }
        if (score >= HIGH) {
            return Severity.HIGH;
        }
        if (score >= MEDIUM) {
            return Severity.MEDIUM;
        }
        return score > 0 ? Severity.LOW : Severity.INFO;
    }
}
