package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.builder.ArtifactBuilder;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.engine.EngineFactory;
import io.quantumlayer.api.spi.engine.ExecutionEngine;
import io.quantumlayer.api.spi.generator.GeneratedSource;
import io.quantumlayer.api.spi.generator.Generator;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.policy.Policy;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.TrafficState;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.api.spi.secrets.SecretStore;
import io.quantumlayer.testkit.fake.FakeProviderFactory;
import io.quantumlayer.testkit.intercept.CallInterceptor;
import io.quantumlayer.testkit.intercept.Interception;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Extensions that break their promise; each one is run by {@link LiarsTest} and must be noticed. */
final class Liars {
    private Liars() {}

    private static CallInterceptor bent(String method, Function<@Nullable Object, Object> lie) {
        return call -> call.method().equals(method) ? lie.apply(call.proceed()) : call.proceed();
    }

    /** Makes again what it is asked for again. */
    static class DoublingProvider extends FakeProviderContractTest.OnRig {
        @Override
        UnaryOperator<FakeProviderFactory> shape() {
            return f -> f.forgetful();
        }
    }

    /** Reports a digest of its own for what receives the traffic. */
    static class MisreportingProvider extends FakeProviderContractTest.OnRig {
        @Override
        UnaryOperator<FakeProviderFactory> shape() {
            return UnaryOperator.identity();
        }

        @Override
        protected Provider provider() {
            return Interception.of(Provider.class, super.provider(), bent("traffic", answer -> {
                TrafficState state = (TrafficState) answer;
                return new TrafficState(
                        state.at(),
                        state.raw(),
                        state.route()
                                .map(r -> new TrafficState.Route(r.address(), r.release(), Digest.of("another")))
                                .orElse(null));
            }));
        }
    }

    /** Sees what is not there. */
    static class SeeingProvider extends FakeProviderContractTest.OnRig {
        @Override
        UnaryOperator<FakeProviderFactory> shape() {
            return UnaryOperator.identity();
        }

        @Override
        protected Provider provider() {
            return Interception.of(Provider.class, super.provider(), bent("observe", answer -> {
                Observation seen = (Observation) answer;
                return new Observation(Observation.Presence.PRESENT, seen.at(), seen.raw(), Map.of());
            }));
        }
    }

    /** Says that all is well without reading. */
    static class BlindScanner extends FakeScannerContractTest {
        @Override
        protected Scanner scanner() {
            Coverage nothing = new Coverage(0, 0, List.of());
            return Interception.of(
                    Scanner.class,
                    super.scanner(),
                    bent("scan", answer -> ScanReport.completed("fake-scanner", List.of(), nothing)));
        }
    }

    /** Forgets what it refused once. */
    static class RelentingPolicy extends FakePolicyContractTest {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        protected Policy policy() {
            return Interception.of(Policy.class, super.policy(), bent("decide", answer -> {
                boolean honest = asked.incrementAndGet() <= 2;
                return honest ? answer : new GateDecision(true, List.of("let it be"));
            }));
        }
    }

    /** Attaches without a signal. */
    static class SilentMonitor extends FakeMonitorContractTest {
        @Override
        protected Monitor monitor() {
            return Interception.of(Monitor.class, super.monitor(), bent("attach", answer -> Effect.done(List.of())));
        }
    }

    /** Never writes the same twice. */
    static class MoodyGenerator extends FakeGeneratorContractTest {
        private final AtomicInteger mood = new AtomicInteger();

        @Override
        protected Generator generator() {
            return Interception.of(Generator.class, super.generator(), call -> {
                if (!call.method().equals("generate")) {
                    return call.proceed();
                }
                AppSpec spec = fitting();
                FileTree files = Rig.tree(spec + " " + mood.incrementAndGet());
                Effect<?> honest = (Effect<?>) call.proceed();
                GeneratedSource source = (GeneratedSource) honest.value().orElseThrow();
                return Effect.done(new GeneratedSource(source.origin(), files, source.recipe()));
            });
        }
    }

    /** Names an artifact that it never stored. */
    static class EmptyHandedBuilder extends FakeBuilderContractTest {
        @Override
        protected ArtifactBuilder builder() {
            Digest nothing = Digest.of("never stored");
            return Interception.of(
                    ArtifactBuilder.class,
                    super.builder(),
                    bent("build", answer -> Effect.done(new BuiltArtifact(nothing, nothing, List.of()))));
        }
    }

    /** Has everything. */
    static class BoastfulArtifactStore extends CoreArtifactStoreContractTest {
        @Override
        protected ArtifactStore store() {
            return Interception.of(ArtifactStore.class, super.store(), bent("contains", answer -> true));
        }
    }

    /** Tells every tenant. */
    static class GossipingSecretStore extends FakeSecretStoreContractTest {
        @Override
        protected SecretStore store() {
            return Interception.of(
                    SecretStore.class,
                    super.store(),
                    call -> call.method().equals("read") && call.arguments().contains(known())
                            ? Optional.of(Secret.of(value()))
                            : call.proceed());
        }

        @Override
        protected SecretRef known() {
            return super.known();
        }
    }

    /** Remembers nothing of its runs. */
    static class ForgettingEngine extends InProcessEngineContractTest {
        @Override
        protected EngineFactory engine() {
            return setup ->
                    Interception.of(ExecutionEngine.class, super.engine().create(setup), call -> {
                        boolean asked = call.method().equals("history")
                                && call.arguments().get(0) instanceof RunId;
                        return asked ? List.of() : call.proceed();
                    });
        }
    }

    /** Stops reading a list of tags half way. */
    static class HastyRegistry extends FakeRegistryContractTest {
        @Override
        protected ImageRegistry registry() {
            return Interception.of(ImageRegistry.class, super.registry(), bent("tags", answer -> {
                List<?> tags = (List<?>) answer;
                return tags == null ? List.of() : tags.subList(0, (tags.size() + 1) / 2);
            }));
        }
    }

    /** Says that it deletes, and does not. */
    static class HoardingRegistry extends FakeRegistryRetentionContractTest {
        @Override
        protected ImageRegistry registry() {
            return Interception.of(
                    ImageRegistry.class,
                    super.registry(),
                    call -> call.method().equals("delete") ? true : call.proceed());
        }
    }
}
