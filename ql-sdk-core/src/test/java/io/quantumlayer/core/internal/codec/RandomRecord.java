package io.quantumlayer.core.internal.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a record of random components; a nullable component is null half of the time. */
final class RandomRecord {
    private RandomRecord() {}

    static Object of(Class<?> type, RandomValues values) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("no random value of " + type);
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = Stream.of(components)
                .map(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class) && values.chance()
                        ? null
                        : component(component.getGenericType(), values))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " of " + List.of(arguments), e);
        }
    }

    private static Object component(Type type, RandomValues values) {
        if (type instanceof ParameterizedType generic) {
            return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), values);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == OptionalInt.class) {
            return values.chance() ? OptionalInt.empty() : OptionalInt.of(values.number(9));
        }
        if (plain == URI.class) {
            return URI.create("http://127.0.0.1:" + values.number(9000) + "/");
        }
        return plain.isPrimitive() ? values.primitive(plain) : values.any(plain);
    }

    private static Object generic(Class<?> raw, Type[] arguments, RandomValues values) {
        if (raw == List.class) {
            return values.several(i -> component(arguments[0], values));
        }
        if (raw == Optional.class) {
            return values.chance() ? Optional.empty() : Optional.of(component(arguments[0], values));
        }
        if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            values.several(i -> component(arguments[1], values))
                    .forEach(value -> map.put(component(arguments[0], values), value));
            return map;
        }
        throw new IllegalArgumentException("no random value of " + raw);
    }
}
