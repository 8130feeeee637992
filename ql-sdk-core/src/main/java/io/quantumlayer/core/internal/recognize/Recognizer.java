package io.quantumlayer.core.internal.recognize;

import java.util.Optional;

/** Recognises sources of one kind of build. Stateless. */
interface Recognizer {
    /** Returns the language of what it recognises. */
    String language();

    /** Says whether a language, as a plan states it, is the one of what it recognises. */
    default boolean speaks(String stated) {
        return stated.equals(language());
    }

    /** Says in words which files it looks for. */
    String looksFor();

    /** Returns the file that shows that a source is of this kind. */
    Optional<String> sign(GivenTree tree);

    /**
     * Recognises a source that has the sign.
     *
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation if it says too little or too much
     */
    Recognized recognize(GivenTree tree, Hints hints);
}
