package io.quantumlayer.api.spi.signing;

import io.quantumlayer.api.evidence.Digest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a verifier says about a signature: verified, or refused with the reason. */
public sealed interface SignatureVerdict {
    /** Why a signature is refused. */
    enum Reason {
        /** There is no signature or attestation where one is asked for. */
        MISSING,
        /** It cannot be read as what it claims to be. */
        MALFORMED,
        /** The signature does not belong to the content and the key. */
        SIGNATURE,
        /** It is about another digest. */
        DIGEST,
        /** It was made with another kind of key, or needs a key or certificate that is not there. */
        KEY,
        /** Its certificate names somebody else. */
        IDENTITY,
        /** Its certificate was given on another issuer's word. */
        ISSUER,
        /** Its certificate does not lead to the trusted root, or was not valid when it was signed. */
        CERTIFICATE,
        /** The transparency log's proof is missing or wrong. */
        TRANSPARENCY_LOG,
        /** There is no time that can be trusted, or it is wrong. */
        TIMESTAMP,
        /** The signed statement is not what was asked for. */
        STATEMENT
    }

    /**
     * Gives the verdict to one of two functions.
     *
     * @param verified takes a verified signature
     * @param refused takes a refusal
     * @param <R> what both give
     * @return what the function gave
     */
    <R> R fold(Function<Verified, R> verified, Function<Refused, R> refused);

    /**
     * Creates a refusal.
     *
     * @param reason why
     * @param message one sentence for people
     * @return the refusal
     */
    static Refused refused(Reason reason, String message) {
        return new Refused(reason, message);
    }

    /**
     * A signature that was proved.
     *
     * @param signer the key or identity that signed
     * @param subject the digest it signed
     * @param statement the signed statement, if it is an attestation
     * @param notes what was proved and what was not looked at, one sentence each
     */
    record Verified(String signer, Digest subject, Optional<SignedStatement> statement, List<String> notes)
            implements SignatureVerdict {
        /** Copies the list. */
        public Verified {
            notes = List.copyOf(notes);
        }

        @Override
        public <R> R fold(Function<Verified, R> verified, Function<Refused, R> refused) {
            return verified.apply(this);
        }
    }

    /**
     * A signature that was not proved.
     *
     * @param reason why
     * @param message one sentence for people
     */
    record Refused(Reason reason, String message) implements SignatureVerdict {
        @Override
        public <R> R fold(Function<Verified, R> verified, Function<Refused, R> refused) {
            return refused.apply(this);
        }

        @Override
        public String toString() {
            return reason + ": " + message;
        }
    }
}
