package io.quantumlayer.testkit.fault;

import java.util.Objects;

/** Where a fault strikes: a method of an SPI or a step, at its first call unless said otherwise. Immutable. */
public final class Site {
    private static final int ALWAYS = 0;

    private final Class<?> type;
    private final String method;
    private final String operation;
    private final int call;

    private Site(Class<?> type, String method, String operation, int call) {
        this.type = Objects.requireNonNull(type, "type");
        this.method = Objects.requireNonNull(method, "method");
        this.operation = operation;
        this.call = call;
    }

    /**
     * Names the first call of a method.
     *
     * @param spi the interface of the extension, such as {@code Provider.class}
     * @param method the method, such as {@code ensure}
     * @return the site
     */
    public static Site call(Class<?> spi, String method) {
        return new Site(spi, method, "", 1);
    }

    /**
     * Names the first call of a step.
     *
     * @param id the step's id, such as {@code deploy}
     * @return the site
     */
    public static Site step(String id) {
        return new Site(Step.class, id, "", 1);
    }

    /** Stands for the steps, which are no SPI. */
    interface Step {}

    /**
     * Counts only the calls about one operation.
     *
     * @param id the operation's id
     * @return a copy
     */
    public Site operation(String id) {
        return new Site(type, method, id, call);
    }

    /**
     * Names a later call in place of the first.
     *
     * @param number which call, from 1
     * @return a copy
     */
    public Site number(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("number: calls are counted from 1, not from " + number);
        }
        return new Site(type, method, operation, number);
    }

    /**
     * Names every call.
     *
     * @return a copy
     */
    public Site always() {
        return new Site(type, method, operation, ALWAYS);
    }

    boolean covers(Class<?> calledType, String calledMethod, String calledOperation) {
        return type == calledType
                && method.equals(calledMethod)
                && (operation.isEmpty() || operation.equals(calledOperation));
    }

    boolean strikes(int number) {
        return call == ALWAYS || call == number;
    }

    @Override
    public String toString() {
        String about = operation.isEmpty() ? "" : " " + operation;
        return type.getSimpleName() + "." + method + about + (call == ALWAYS ? " always" : " call " + call);
    }
}
