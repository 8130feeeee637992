package io.quantumlayer.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A kit that lets a liar pass proves nothing. */
class LiarsTest {
    static Stream<Arguments> liars() {
        return Stream.of(
                Arguments.of(
                        Liars.DoublingProvider.class,
                        "ensuring again under the same key finds what is there and tells the same of it"),
                Arguments.of(
                        Liars.MisreportingProvider.class,
                        "the switch sends the public traffic to the release and reports its digest"),
                Arguments.of(
                        Liars.SeeingProvider.class,
                        "what is removed is absent once it has settled, and removing it again is no error"),
                Arguments.of(
                        Liars.BlindScanner.class,
                        "a guilty source gives a finding of HIGH or worse that says where, and never what"),
                Arguments.of(
                        Liars.RelentingPolicy.class,
                        "equal questions give equal decisions, after others, in another instance and whatever the"
                                + " clock says"),
                Arguments.of(LyingAnalyzers.Inventing.class, "every proposal quotes words that stand in the sentence"),
                Arguments.of(
                        LyingAnalyzers.Boundless.class, "an answer is bounded: few items, few quotations, short ones"),
                Arguments.of(LyingAnalyzers.Obeying.class, "orders to the reader are not obeyed"),
                Arguments.of(
                        LyingAnalyzers.Moody.class,
                        "equal sentences give equal answers, after others and in another instance"),
                Arguments.of(
                        LyingAnalyzers.Throwing.class,
                        "whatever the sentence is, it answers or fails, and never throws or puts off"),
                Arguments.of(
                        LyingAnalyzers.Dawdling.class,
                        "a call whose time is over, or that is cancelled, ends by itself"),
                Arguments.of(LyingAnalyzers.Renamed.class, "its id is short and plain, and stays the same"),
                Arguments.of(LyingAnalyzers.Mute.class, "of a sentence that it understands it proposes something"),
                Arguments.of(
                        Liars.SilentMonitor.class,
                        "attaching reads at least one signal with a name, and none from the future"),
                Arguments.of(Liars.MoodyGenerator.class, "equal input gives equal bytes, in another instance too"),
                Arguments.of(Liars.EmptyHandedBuilder.class, "what was built is in the store, with notes on how"),
                Arguments.of(
                        Liars.BoastfulArtifactStore.class,
                        "a tree that was never stored is not there, and opening it fails as a dependency"),
                Arguments.of(
                        Liars.GossipingSecretStore.class,
                        "another tenant reads it only where all tenants share the secrets"),
                Arguments.of(Liars.HastyRegistry.class, "all tags are listed, each one once"),
                Arguments.of(
                        Liars.HoardingRegistry.class,
                        "the newest stay with all that refers to them, older ones go with all that refers to them"),
                Arguments.of(
                        Liars.ForgettingEngine.class,
                        "the first event is durable when a start returns, and the history holds every event in order"));
    }

    @ParameterizedTest
    @MethodSource("liars")
    void aBrokenPromiseFailsItsSentence(Class<?> liar, String sentence) {
        List<String> failed = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                boolean passes = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
                if (test.isTest()) {
                    (passes ? passed : failed).add(test.getDisplayName());
                }
            }
        };
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(liar))
                                .build(),
                        listener);
        assertThat(failed).contains(sentence);
        assertThat(passed).as("a liar that breaks everything shows nothing").isNotEmpty();
    }
}
