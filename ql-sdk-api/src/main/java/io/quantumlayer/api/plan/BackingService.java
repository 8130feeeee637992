package io.quantumlayer.api.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A service that an application keeps its state in and that stands apart from its releases. */
public enum BackingService {
    /** A relational database, bound by a URL such as {@code postgresql://user:password@host/name}. */
    DATABASE;

    /**
     * Finds a service by its id.
     *
     * @param id the id
     * @return the service
     * @throws InvalidValueException if there is none of that id
     */
    public static BackingService of(String id) {
        return Arrays.stream(values())
                .filter(service -> service.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "be a backing service", Violation.MASK, "choose from " + String.join(", ", ids())));
    }

    /**
     * Returns the ids of all services.
     *
     * @return the ids in a fixed order
     */
    public static List<String> ids() {
        return Arrays.stream(values()).map(BackingService::id).toList();
    }

    /**
     * Returns the service's id, which is also the feature that asks for one.
     *
     * @return the id, such as {@code database}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the variable by which an application is told the URL.
     *
     * @return the name, such as {@code DATABASE_URL}
     */
    public String variable() {
        return name() + "_URL";
    }
}
