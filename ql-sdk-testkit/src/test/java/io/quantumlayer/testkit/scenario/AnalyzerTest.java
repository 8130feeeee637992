package io.quantumlayer.testkit.scenario;

import static io.quantumlayer.testkit.QuantumLayerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.analyzer.LanguageModel;
import io.quantumlayer.core.Analyzers;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.fake.FakeModel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an installed analyzer proposes counts in deployments, and what it fails to say stops none. */
class AnalyzerTest {
    private static final String SEARCH =
            FakeModel.spec("\"features\": [{\"id\": \"search\", \"words\": [\"todo list\"]}]");

    @TempDir
    Path home;

    @Test
    void itIsAskedOnceADeploymentInTheNameOfTheRun() {
        FakeModel model = FakeModel.answering(SEARCH);
        List<CallContext> calls = new CopyOnWriteArrayList<>();
        TestBench bench = bench((context, prompt) -> {
            calls.add(context);
            return model.answer(context, prompt);
        });
        try (QuantumLayer layer = bench.start()) {
            Deployment deployment = layer.deploy(Plans.first());
            DeploymentResult result = bench.await(deployment);
            assertThat(result).isLive();
            assertThat(result.steps().get(0).summary()).contains("with search");
            assertThat(calls).extracting(CallContext::run).containsExactly(deployment.id());
        }
    }

    @Test
    void whatItDoesNotSayStopsNoDeployment() {
        FakeModel gone = FakeModel.unreachable("https://user:hunter2@models");
        FakeModel babbling = FakeModel.answering("no");
        TestBench bench = TestBench.in(home)
                .with(b -> b.addAnalyzer(Analyzers.model("gone", gone))
                        .addAnalyzer(Analyzers.model("babbling", babbling)));
        try (QuantumLayer layer = bench.start()) {
            DeploymentResult result = bench.await(layer.deploy(Plans.first()));
            assertThat(result).isLive();
            assertThat(result.warnings())
                    .containsExactly(
                            "Analyzer babbling proposes nothing: it failed: VALIDATION, model.unreadable",
                            "Analyzer gone proposes nothing: it failed: NETWORK, model.unreachable");
        }
        assertThat(babbling.prompts()).hasSize(2);
    }

    @Test
    void aHostThatClosesWhileAModelThinksSuspendsTheRun() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        FakeModel hanging = FakeModel.hanging();
        FakeModel answering = FakeModel.answering(SEARCH);
        TestBench bench = bench((context, prompt) -> {
            boolean first = asked.getCount() > 0;
            asked.countDown();
            return first ? hanging.answer(context, prompt) : answering.answer(context, prompt);
        });
        Deployment deployment;
        try (QuantumLayer layer = bench.start()) {
            deployment = layer.deploy(Plans.first());
            asked.await();
        }
        assertThat(deployment.completion().toCompletableFuture().join().reached())
                .isEqualTo(Outcome.SUSPENDED);
        try (QuantumLayer layer = bench.start()) {
            layer.resume();
            assertThat(bench.await(layer.find(deployment.id()).orElseThrow())).isLive();
        }
        assertThat(answering.prompts()).hasSize(1);
    }

    @Test
    void theLimitIsATime() {
        for (String limit : List.of("soon", "PT0S", "-PT1S", "P1D")) {
            QuantumLayerBuilder builder = QuantumLayerBuilder.create()
                    .discovery(false)
                    .setting("analyzers", "limit", limit)
                    .addAnalyzer(Analyzers.model("model", FakeModel.quoting()));
            assertThatThrownBy(builder::build)
                    .isInstanceOf(QuantumLayerException.class)
                    .hasMessageContaining("analyzers.limit is a time above zero and up to a minute");
        }
    }

    private TestBench bench(LanguageModel model) {
        return TestBench.in(home).with(b -> b.addAnalyzer(Analyzers.model("model", model)));
    }
}
