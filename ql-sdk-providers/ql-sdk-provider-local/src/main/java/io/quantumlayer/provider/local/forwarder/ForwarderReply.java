package io.quantumlayer.provider.local.forwarder;

import java.util.Optional;

/**
 * What came of a command. Every command may be sent again, so a caller need not know what happened to the first try.
 *
 * @param <T> what a command that was done answers
 */
public sealed interface ForwarderReply<T> {

    /** The four ends a command can come to. */
    enum Kind {
        /** Carried out. */
        DONE,
        /** Understood and refused; nothing changed. */
        REFUSED,
        /** Never received by this folder's forwarder, which most likely does not run; nothing changed. */
        UNREACHABLE,
        /** Sent, but the answer got lost or was late: it may have been carried out. */
        UNKNOWN
    }

    /** Which of the four it is. */
    Kind kind();

    /** The value of a {@link Kind#DONE} reply, else empty. */
    default Optional<T> value() {
        return Optional.empty();
    }

    /** One sentence for a log or report; never holds the token. */
    String message();

    /**
     * The command was carried out.
     *
     * @param result its answer
     */
    record Done<T>(T result) implements ForwarderReply<T> {

        @Override
        public Kind kind() {
            return Kind.DONE;
        }

        @Override
        public Optional<T> value() {
            return Optional.of(result);
        }

        @Override
        public String message() {
            return "done";
        }
    }

    /**
     * The forwarder said no.
     *
     * @param code why, for programs: bad-request, state, stopping, too-long, denied or unknown-command
     * @param message why, for people
     */
    record Refused<T>(String code, String message) implements ForwarderReply<T> {

        @Override
        public Kind kind() {
            return Kind.REFUSED;
        }
    }

    /**
     * Nothing that knows the token took the command.
     *
     * @param message what was found instead
     */
    record Unreachable<T>(String message) implements ForwarderReply<T> {

        @Override
        public Kind kind() {
            return Kind.UNREACHABLE;
        }
    }

    /**
     * The command was sent and no answer can be trusted.
     *
     * @param message how the answer failed
     */
    record Unknown<T>(String message) implements ForwarderReply<T> {

        @Override
        public Kind kind() {
            return Kind.UNKNOWN;
        }
    }
}
