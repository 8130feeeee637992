package io.quantumlayer.core.internal.assembly;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.extension.ExtensionFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

/** The one place that finds extensions: explicit ones first and winning, then those on the class path, by id. */
final class Discovery {
    private final Parts parts;

    Discovery(Parts parts) {
        this.parts = parts;
    }

    <F extends ExtensionFactory<?>> List<F> find(Class<F> type) {
        Map<String, F> byId = new LinkedHashMap<>();
        parts.explicit(type).forEach(f -> put(byId, f));
        Set<String> explicit = Set.copyOf(byId.keySet());
        if (parts.discovery()) {
            Map<String, F> discovered = new LinkedHashMap<>();
            loaded(type).forEach(f -> put(discovered, f));
            discovered.keySet().stream()
                    .sorted()
                    .filter(id -> !explicit.contains(id))
                    .forEach(id -> byId.put(id, discovered.get(id)));
        }
        return List.copyOf(byId.values());
    }

    private <F> List<F> loaded(Class<F> type) {
        List<F> found = new ArrayList<>();
        Set<Class<?>> seen = new HashSet<>();
        for (ClassLoader loader : loaders()) {
            for (F factory : ServiceLoader.load(type, loader)) {
                if (seen.add(factory.getClass())) {
                    found.add(factory);
                }
            }
        }
        return found;
    }

    private Set<ClassLoader> loaders() {
        if (parts.classLoader().isPresent()) {
            return Set.of(parts.classLoader().get());
        }
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null) {
            loaders.add(context);
        }
        loaders.add(Discovery.class.getClassLoader());
        return loaders;
    }

    private static <F extends ExtensionFactory<?>> void put(Map<String, F> byId, F factory) {
        F other = byId.putIfAbsent(factory.id(), factory);
        if (other != null) {
            throw new QuantumLayerException(Failure.of(
                    ErrorType.CONFIGURATION,
                    "extension.duplicate",
                    "two extensions have the id '" + factory.id() + "': "
                            + other.getClass().getName() + " and "
                            + factory.getClass().getName() + "; remove one"));
        }
    }
}
