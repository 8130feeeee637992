package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.spi.probe.Prober;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ProviderFactory;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.testkit.fake.FakeProber;
import io.quantumlayer.testkit.fake.FakeProviderFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The fake provider")
class FakeProviderContractTest {
    /** A provider on a rig of its own. */
    abstract static class OnRig extends ProviderContract {
        @TempDir
        private Path home;

        private Rig rig;

        @Override
        protected Provider provider() {
            return factory().create(rig().lend(factory()));
        }

        private Rig rig() {
            if (rig == null) {
                rig = new Rig(home);
            }
            return rig;
        }

        abstract UnaryOperator<FakeProviderFactory> shape();

        ProviderFactory factory() {
            return shape().apply(FakeProviderFactory.of("fake", rig().world));
        }

        @Override
        protected ReleaseSpec release(int number) {
            return rig().release(factory(), number);
        }

        @Override
        protected Set<ProviderTrait> traits() {
            return EnumSet.allOf(ProviderTrait.class);
        }

        @Override
        protected Prober prober() {
            return new FakeProber(rig().world);
        }

        @Override
        protected KitTime time() {
            return KitTime.manual(rig().time);
        }

        @Override
        protected OptionalInt outside() {
            return OptionalInt.of(rig().made());
        }

        @Override
        protected Optional<KitOutage> outage() {
            return Optional.empty();
        }

        @AfterEach
        final void closeRig() {
            rig().close();
        }
    }

    @Nested
    @DisplayName("whose effects are done at once")
    class Quick extends OnRig {
        @Override
        UnaryOperator<FakeProviderFactory> shape() {
            return UnaryOperator.identity();
        }
    }

    @Nested
    @DisplayName("whose effects take their time and settle later")
    class Slow extends OnRig {
        @Override
        UnaryOperator<FakeProviderFactory> shape() {
            return f -> f.pending(Duration.ofSeconds(7)).settle(Duration.ofSeconds(3));
        }
    }

    @Nested
    @DisplayName("without candidate addresses and controls")
    class Bare extends OnRig {
        @Override
        UnaryOperator<FakeProviderFactory> shape() {
            return f -> f.withoutCandidates().controls();
        }

        @Override
        protected Set<ProviderTrait> traits() {
            return EnumSet.of(ProviderTrait.INVENTORY, ProviderTrait.LOGS);
        }
    }
}
