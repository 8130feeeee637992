package io.quantumlayer.api.spi.analyzer;

import io.quantumlayer.api.spi.CallContext;
import java.io.IOException;

/**
 * A language model behind a client of the caller's, who also keeps its credentials. Thread-safe.
 *
 * <p>It is called on a thread that may be blocked, is interrupted when the call's time is over, and called at most
 * twice for one analysis: again, with the mistakes told, if the first answer could not be read. An implementation sends
 * the prompt as it is and gives back the text that came, unchanged; it neither repeats the call nor mends the answer.
 * Ask for a temperature of zero, where there is one, so that equal sentences are more likely to be read alike.
 */
@FunctionalInterface
public interface LanguageModel {
    /** The longest answer that is read, in characters. */
    int MAX_ANSWER = 65_536;

    /**
     * Asks the model.
     *
     * @param context the call, with its deadline
     * @param prompt what is asked
     * @return the model's text, which should be one JSON object that fits the prompt's schema
     * @throws IOException if the model cannot be reached or refuses; its message is not told, since it may hold secrets
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    String answer(CallContext context, ModelPrompt prompt) throws IOException, InterruptedException;
}
