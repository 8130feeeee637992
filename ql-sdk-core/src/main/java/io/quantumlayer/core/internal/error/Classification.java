package io.quantumlayer.core.internal.error;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.error.ErrorClassifier;
import io.quantumlayer.core.internal.guard.Classifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The one place where what was thrown becomes a failure: a failure that the thrower named itself, then cause by cause
 * from the innermost the thrower's own classifier and the JDK's, then text. Thread-safe.
 */
public final class Classification implements Classifier {
    private static final int MAX_CAUSES = 64;

    private final Wording wording;
    private final JdkErrors jdk;

    /**
     * Creates a classification.
     *
     * @param redactor takes known secrets out of a message
     */
    public Classification(UnaryOperator<String> redactor) {
        this.wording = new Wording(redactor);
        this.jdk = new JdkErrors(wording);
    }

    @Override
    public Failure classify(Throwable thrown, ErrorClassifier own) {
        List<Throwable> causes = innermostFirst(thrown);
        return first(causes, Classification::named)
                .or(() -> first(causes, cause -> asked(own, cause).or(() -> jdk.classify(cause))))
                .or(() -> first(causes, jdk::byText))
                .map(failure -> failure.withMessage(wording.of(failure.message())))
                .orElseGet(() -> Failure.of(ErrorType.UNKNOWN, "unknown", wording.of(causes.get(0))));
    }

    private static Optional<Failure> named(Throwable cause) {
        return cause instanceof QuantumLayerException known ? Optional.ofNullable(known.failure()) : Optional.empty();
    }

    /** An exception cannot be suppressed by itself, and a classifier may throw what it was asked about. */
    @SuppressWarnings("ReferenceEquality") // Whether it is the very same object is the question here.
    private static void note(Throwable cause, RuntimeException broken) {
        if (broken != cause) {
            cause.addSuppressed(broken);
        }
    }

    /** A classifier that breaks its promise and throws must not hide what it was asked about. */
    private static Optional<Failure> asked(ErrorClassifier own, Throwable cause) {
        try {
            return own.classify(cause);
        } catch (RuntimeException broken) {
            note(cause, broken);
            return Optional.empty();
        }
    }

    private static Optional<Failure> first(List<Throwable> causes, Function<Throwable, Optional<Failure>> by) {
        return causes.stream().map(by).flatMap(Optional::stream).findFirst();
    }

    /** Causes may form a circle. */
    private static List<Throwable> innermostFirst(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        @Nullable Throwable next = thrown;
        while (next != null && seen.add(next) && chain.size() < MAX_CAUSES) {
            chain.add(next);
            next = next.getCause();
        }
        Collections.reverse(chain);
        return chain;
    }
}
