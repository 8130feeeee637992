package io.quantumlayer.testkit.fake;

import io.quantumlayer.api.placement.Detection;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.FactSource;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Strategy;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.provider.Control;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ProviderFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Creates providers that place releases in a {@link FakeWorld}. Immutable. */
public final class FakeProviderFactory implements ProviderFactory {
    private static final FactSource SOURCE = new FactSource("the fake world", LocalDate.of(2026, 1, 1), true);
    private static final Shape STANDARD = new Shape(3, Duration.ZERO, Duration.ZERO, true, false);

    private final String id;
    private final FakeWorld world;
    private final Shape shape;
    private final Detection.Status status;
    private final List<Control> controls;
    private final UnaryOperator<Offering> change;

    private FakeProviderFactory(
            String id,
            FakeWorld world,
            Shape shape,
            Detection.Status status,
            List<Control> controls,
            UnaryOperator<Offering> change) {
        this.id = Objects.requireNonNull(id, "id");
        this.world = Objects.requireNonNull(world, "world");
        this.shape = shape;
        this.status = status;
        this.controls = List.copyOf(controls);
        this.change = Objects.requireNonNull(change, "change");
    }

    /**
     * How a provider behaves.
     *
     * @param operations how many operations a release takes, the first of them shared by all releases
     * @param pending how long each of them is under way
     * @param settle how long after it is done an observation still misses it
     * @param candidates whether placed releases have an address before they get public traffic
     * @param forgetful whether an effect that is asked for again under its key is made a second time
     */
    record Shape(int operations, Duration pending, Duration settle, boolean candidates, boolean forgetful) {}

    /**
     * Creates a factory of providers with three operations that are done at once, with candidate addresses and with one
     * control that holds.
     *
     * @param id the provider's id
     * @param world where it acts
     * @return the factory
     */
    public static FakeProviderFactory of(String id, FakeWorld world) {
        Control control = new Control("fake-isolation", true, "seen from outside the fake release");
        return new FakeProviderFactory(
                id, world, STANDARD, Detection.Status.READY, List.of(control), UnaryOperator.identity());
    }

    /**
     * Sets how many operations place a release.
     *
     * @param count at least 2; the first one is shared by all releases of an application
     * @return a copy
     */
    public FakeProviderFactory operations(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("operations: at least 2, not " + count);
        }
        return with(new Shape(count, shape.pending(), shape.settle(), shape.candidates(), shape.forgetful()));
    }

    /**
     * Sets how long each operation is under way; zero by default.
     *
     * @param duration from its start to its end
     * @return a copy
     */
    public FakeProviderFactory pending(Duration duration) {
        return with(new Shape(shape.operations(), duration, shape.settle(), shape.candidates(), shape.forgetful()));
    }

    /**
     * Sets how long an observation still misses a finished operation; zero by default.
     *
     * @param duration the settle time
     * @return a copy
     */
    public FakeProviderFactory settle(Duration duration) {
        return with(new Shape(shape.operations(), shape.pending(), duration, shape.candidates(), shape.forgetful()));
    }

    /**
     * Takes away the addresses before public traffic.
     *
     * @return a copy
     */
    public FakeProviderFactory withoutCandidates() {
        return with(new Shape(shape.operations(), shape.pending(), shape.settle(), false, shape.forgetful()));
    }

    /**
     * Makes an effect a second time when it is asked for again after it was done, although it is one key: an outside
     * that leaves it to core to look first. Breaks the provider's contract on purpose.
     *
     * @return a copy
     */
    public FakeProviderFactory forgetful() {
        return with(new Shape(shape.operations(), shape.pending(), shape.settle(), shape.candidates(), true));
    }

    /**
     * Sets what detection says; READY by default.
     *
     * @param found the status
     * @return a copy
     */
    public FakeProviderFactory detected(Detection.Status found) {
        return new FakeProviderFactory(id, world, shape, found, controls, change);
    }

    /**
     * Sets which controls it observes.
     *
     * @param observed the controls
     * @return a copy
     */
    public FakeProviderFactory controls(Control... observed) {
        return new FakeProviderFactory(id, world, shape, status, List.of(observed), change);
    }

    /**
     * Changes what it offers: {@code id/fake/nowhere} by strategy LOCAL, which runs anything at no cost.
     *
     * @param further gives its offering more or other facts
     * @return a copy
     */
    public FakeProviderFactory offering(UnaryOperator<Offering> further) {
        return new FakeProviderFactory(id, world, shape, status, controls, further);
    }

    private FakeProviderFactory with(Shape changed) {
        return new FakeProviderFactory(id, world, changed, status, controls, change);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Provider create(ExtensionContext context) {
        Detection detection = new Detection(id, status, "the fake world is " + status, java.util.Map.of());
        return new FakeProvider(
                context, world, shape, new FakeProvider.Face(detection, change.apply(offering()), controls));
    }

    private Offering offering() {
        return Offering.of(id + "/fake/nowhere", Strategy.LOCAL)
                .withFacts(
                        Fact.of("runtime.any-image", "true", "", SOURCE),
                        Fact.of("runtime.any-command", "true", "", SOURCE),
                        Fact.of("runtime.java", "25", "", SOURCE),
                        Fact.of("cpu.count", "64", "", SOURCE),
                        Fact.of("memory.max", "1048576", "MiB", SOURCE),
                        Fact.of("replicas.max", "100", "", SOURCE),
                        Fact.of("price.month", "0", "USD", SOURCE),
                        Fact.of("region", "nowhere", "", SOURCE));
    }
}
