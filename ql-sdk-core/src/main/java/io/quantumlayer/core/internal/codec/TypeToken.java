package io.quantumlayer.core.internal.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * Carries a generic type to where it is read, as in {@code new TypeToken<List<Digest>>() {}}.
 *
 * @param <T> the type
 */
public abstract class TypeToken<T> {
    private final Type type;

    /**
     * Captures the type argument of the subclass.
     *
     * @throws IllegalStateException if the subclass names none
     */
    protected TypeToken() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType parent)) {
            throw new IllegalStateException("a type token names its type, as in new TypeToken<List<String>>() {}");
        }
        this.type = parent.getActualTypeArguments()[0];
    }

    final Type type() {
        return type;
    }
}
