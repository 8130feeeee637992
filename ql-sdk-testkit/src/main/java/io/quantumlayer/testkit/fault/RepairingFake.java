package io.quantumlayer.testkit.fault;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.error.Repairer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Offers to mend the cause of failures of given types, and writes down what it was asked. Thread-safe. */
public final class RepairingFake implements Repairer {
    private final Set<ErrorType> mends;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private RepairingFake(Set<ErrorType> mends) {
        this.mends = mends;
    }

    /**
     * Creates one who mends.
     *
     * @param types the types whose causes it mends
     * @return the repairer
     */
    public static RepairingFake of(ErrorType... types) {
        Set<ErrorType> mends = EnumSet.noneOf(ErrorType.class);
        mends.addAll(List.of(types));
        return new RepairingFake(mends);
    }

    /**
     * Returns what it was asked to mend.
     *
     * @return step and type, such as {@code deploy authentication}
     */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Optional<String> repair(CallContext context, String step, Failure failure) {
        asked.add(step + " " + failure.type().id());
        return mends.contains(failure.type())
                ? Optional.of("mended the cause of " + failure.type().id())
                : Optional.empty();
    }
}
