package io.quantumlayer.api.spi.journal;

import io.quantumlayer.api.evidence.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/** One encoded record. Immutable and equal by value. */
public final class JournalRecord {
    /** What a record is for. */
    public enum Kind {
        /** An event of the run's flow. */
        CHECKPOINT,
        /** An effect that is about to be made. */
        INTENT,
        /** How an effect ended. */
        OUTCOME,
        /** A change in the releases of the application. */
        RELEASE
    }

    private final Kind kind;
    private final RecordType type;
    private final Instant at;
    private final byte[] json;

    /**
     * Creates a record.
     *
     * @param kind what it is for
     * @param type the id and schema version of its type
     * @param at when it was made
     * @param json its UTF-8 JSON; not copied, never changed afterwards
     */
    public JournalRecord(Kind kind, RecordType type, Instant at, byte[] json) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.type = Objects.requireNonNull(type, "type");
        this.at = Objects.requireNonNull(at, "at");
        this.json = Objects.requireNonNull(json, "json");
    }

    /**
     * Returns what it is for.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the id of its type.
     *
     * @return the type
     */
    public String type() {
        return type.id();
    }

    /**
     * Returns the version of its type's schema.
     *
     * @return from 1
     */
    public int schema() {
        return type.schema();
    }

    /**
     * Returns when it was made.
     *
     * @return the time; a journal keeps at least milliseconds
     */
    public Instant at() {
        return at;
    }

    /**
     * Returns its UTF-8 JSON.
     *
     * @return the bytes, not to be changed
     */
    public byte[] json() {
        return json;
    }

    /**
     * Computes this record's link in the hash chain of its run: SHA-256 over the hex of the link before it, then kind,
     * type, schema, epoch milliseconds, each ended by a line feed, then the JSON.
     *
     * @param previous the link before it, or 64 zeros for the first record of a run
     * @return the link, 64 hex digits
     */
    public String link(String previous) {
        String head =
                previous + '\n' + kind + '\n' + type.id() + '\n' + type.schema() + '\n' + at.toEpochMilli() + '\n';
        MessageDigest sha = Digest.sha256();
        sha.update(head.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha.digest(json));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JournalRecord that
                && kind == that.kind
                && type.equals(that.type)
                && at.equals(that.at)
                && Arrays.equals(json, that.json);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, type, at, Arrays.hashCode(json));
    }

    @Override
    public String toString() {
        return kind + " " + type.id() + "/" + type.schema() + " at " + at + ", " + json.length + " bytes";
    }
}
