package io.quantumlayer.core.internal.engine;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.UnaryOperator;

/** Reaches the virtual threads of Java 21 and newer from code that is compiled for Java 17. */
final class VirtualThreads {
    private VirtualThreads() {}

    /**
     * Creates an executor that gives each task its own virtual thread.
     *
     * @param prefix the threads' names are it and a number
     * @param wrap what stands around the factory of the threads
     * @return the executor, or empty where this Java has no virtual threads
     */
    static Optional<ExecutorService> executor(String prefix, UnaryOperator<ThreadFactory> wrap) {
        if (Runtime.version().feature() < 21) {
            return Optional.empty();
        }
        try {
            Class<?> type = Class.forName("java.lang.Thread$Builder$OfVirtual");
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Object named = type.getMethod("name", String.class, long.class).invoke(builder, prefix, 0L);
            ThreadFactory factory = (ThreadFactory) type.getMethod("factory").invoke(named);
            Method perTask = Executors.class.getMethod("newThreadPerTaskExecutor", ThreadFactory.class);
            return Optional.of((ExecutorService) perTask.invoke(null, wrap.apply(factory)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java has virtual threads, but not as Java 21 defined them", e);
        }
    }
}
