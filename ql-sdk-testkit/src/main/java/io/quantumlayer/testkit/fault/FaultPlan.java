package io.quantumlayer.testkit.fault;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Cancellation;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.engine.StepCall;
import io.quantumlayer.api.spi.engine.StepFunction;
import io.quantumlayer.api.spi.engine.StepInterceptor;
import io.quantumlayer.testkit.intercept.CallInterceptor;
import io.quantumlayer.testkit.intercept.SpiCall;
import io.quantumlayer.testkit.time.TimeSkipper;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong and where. Put it around extensions with {@code Interception} and around the steps with {@link
 * #interceptor()}. Of two faults at one call the one injected first strikes. Thread-safe.
 */
public final class FaultPlan implements CallInterceptor {
    private final List<Planned> planned = new CopyOnWriteArrayList<>();
    private final List<String> struck = new CopyOnWriteArrayList<>();
    private final TimeSkipper skipper;

    /**
     * Creates a plan without faults.
     *
     * @param skipper told of calls that hang, so that time goes on meanwhile
     */
    public FaultPlan(TimeSkipper skipper) {
        this.skipper = Objects.requireNonNull(skipper, "skipper");
    }

    private record Planned(Site site, Fault fault, AtomicInteger calls) {}

    /**
     * Adds a fault.
     *
     * @param site where it strikes; calls are counted from now on
     * @param fault what goes wrong
     * @return this
     */
    public FaultPlan inject(Site site, Fault fault) {
        planned.add(new Planned(site, fault, new AtomicInteger()));
        return this;
    }

    /** Removes every fault. */
    public void clear() {
        planned.clear();
    }

    /**
     * Returns which faults have struck.
     *
     * @return one line each, in order
     */
    public List<String> struck() {
        return List.copyOf(struck);
    }

    @Override
    public @Nullable Object around(SpiCall call) throws Throwable {
        Optional<Fault> fault = due(call.type(), call.method(), call.operation());
        return fault.isPresent() ? fault.get().strike(new StruckSpiCall(call, skipper)) : call.proceed();
    }

    /**
     * Returns what injects the faults planned for steps.
     *
     * @return the interceptor for the library's builder
     */
    public StepInterceptor interceptor() {
        return this::step;
    }

    private Effect<byte[]> step(StepCall call, StepFunction next) {
        Optional<Fault> fault = due(Site.Step.class, call.step(), "");
        if (fault.isEmpty()) {
            return next.run(call);
        }
        try {
            StruckStep step = new StruckStep(call, next, skipper);
            return step.answered(fault.get().strike(step));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a step throws no checked exception", e);
        }
    }

    private Optional<Fault> due(Class<?> type, String method, String operation) {
        Fault due = null;
        for (Planned candidate : planned) {
            boolean strikes = candidate.site().covers(type, method, operation)
                    && candidate.site().strikes(candidate.calls().incrementAndGet());
            if (strikes && due == null) {
                due = candidate.fault();
                struck.add(candidate.site().toString());
            }
        }
        return Optional.ofNullable(due);
    }

    /** A struck call of an extension. */
    private record StruckSpiCall(SpiCall call, TimeSkipper skipper) implements Fault.StruckCall {
        @Override
        public @Nullable Object proceed() throws Throwable {
            return call.proceed();
        }

        @Override
        public Object fail(Failure failure) {
            if (call.answersEffect()) {
                return Effect.failed(failure);
            }
            throw new QuantumLayerException(failure);
        }

        @Override
        public void park() throws InterruptedException {
            skipper.park(call.context().map(CallContext::cancellation).orElseGet(Cancellation::none));
        }
    }

    /** A struck step. */
    private static final class StruckStep implements Fault.StruckCall {
        private final StepCall call;
        private final StepFunction next;
        private final TimeSkipper skipper;

        StruckStep(StepCall call, StepFunction next, TimeSkipper skipper) {
            this.call = call;
            this.next = next;
            this.skipper = skipper;
        }

        /** Only a step's own answer or a failure can come back here; both are of this type. */
        @SuppressWarnings("unchecked") // The class of the type argument is gone at run time.
        Effect<byte[]> answered(@Nullable Object answer) {
            return (Effect<byte[]>) Objects.requireNonNull(answer, "the fault's answer");
        }

        @Override
        public Object proceed() {
            return next.run(call);
        }

        @Override
        public Object fail(Failure failure) {
            return Effect.failed(failure);
        }

        @Override
        public void park() throws InterruptedException {
            skipper.park(call.context().cancellation());
        }
    }
}
