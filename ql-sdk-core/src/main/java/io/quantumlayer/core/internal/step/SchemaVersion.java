package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.spi.probe.ProbeAnswer;
import java.util.Optional;

/**
 * The version of the schema that an application found in its database, as its health answer tells it in the header
 * {@code Schema-Version}. Migrations are numbered, and so is the version.
 *
 * @param number the number of the last migration, of at most 18 digits
 */
record SchemaVersion(long number) {
    private static final String HEADER = "schema-version";
    private static final String FORM = "[0-9]{1,18}";

    static Optional<SchemaVersion> toldBy(ProbeAnswer answer) {
        return Optional.ofNullable(answer.headers().get(HEADER)).flatMap(SchemaVersion::read);
    }

    /** Reads a version; a text that is none is UNKNOWN. */
    private static Optional<SchemaVersion> read(String text) {
        return text.matches(FORM) ? Optional.of(new SchemaVersion(Long.parseLong(text))) : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
