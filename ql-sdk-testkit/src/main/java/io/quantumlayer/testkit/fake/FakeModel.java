package io.quantumlayer.testkit.fake;

import io.quantumlayer.api.app.Features;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.analyzer.LanguageModel;
import io.quantumlayer.api.spi.analyzer.ModelPrompt;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A language model without a language: it answers by a fixed rule and remembers what it was asked. Thread-safe. */
public final class FakeModel implements LanguageModel {
    private final Answering answering;
    private final List<ModelPrompt> prompts = new CopyOnWriteArrayList<>();

    private FakeModel(Answering answering) {
        this.answering = answering;
    }

    private interface Answering {
        String answer(ModelPrompt prompt, int number) throws IOException, InterruptedException;
    }

    /**
     * Creates a model that proposes each known feature whose id stands in the sentence as a word, and quotes it.
     *
     * @return the model, whose equal prompts get equal answers
     */
    public static FakeModel quoting() {
        return new FakeModel((prompt, number) -> spec("\"features\": ["
                + Features.known().stream()
                        .filter(id -> Pattern.compile("\\b" + id + "\\b")
                                .matcher(prompt.data())
                                .find())
                        .map(id -> "{\"id\": \"" + id + "\", \"words\": [\"" + id + "\"]}")
                        .collect(Collectors.joining(", "))
                + "]"));
    }

    /**
     * Creates a model that gives answers in turn, and the last one for ever.
     *
     * @param first its first answer, as it is
     * @param further the following ones
     * @return the model
     */
    public static FakeModel answering(String first, String... further) {
        return new FakeModel((prompt, number) ->
                number == 0 || further.length == 0 ? first : further[Math.min(number, further.length) - 1]);
    }

    /**
     * Creates a model that nobody can reach.
     *
     * @param message the message of the exception
     * @return the model
     */
    public static FakeModel unreachable(String message) {
        return new FakeModel((prompt, number) -> {
            throw new IOException(message);
        });
    }

    /**
     * Creates a model that never answers, until it is interrupted.
     *
     * @return the model
     */
    public static FakeModel hanging() {
        return new FakeModel((prompt, number) -> {
            new CountDownLatch(1).await();
            return "";
        });
    }

    /**
     * Writes an answer.
     *
     * @param fields the fields of its spec, as {@code "gpu": {"value": true, "words": ["A100"]}}
     * @return the document around them
     */
    public static String spec(String fields) {
        return "{\"apiVersion\": \"quantumlayer.io/v1alpha1\", \"kind\": \"ProposedSpec\", \"spec\": {" + fields + "}}";
    }

    @Override
    public String answer(CallContext context, ModelPrompt prompt) throws IOException, InterruptedException {
        int number;
        synchronized (prompts) {
            number = prompts.size();
            prompts.add(prompt);
        }
        return answering.answer(prompt, number);
    }

    /**
     * Returns what it was asked.
     *
     * @return the prompts, the first one first
     */
    public List<ModelPrompt> prompts() {
        return List.copyOf(prompts);
    }
}
