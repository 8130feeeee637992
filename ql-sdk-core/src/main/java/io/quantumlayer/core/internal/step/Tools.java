package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.cost.Pricing;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.builder.ArtifactBuilder;
import io.quantumlayer.api.spi.error.Repairer;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.probe.Prober;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.api.spi.secrets.SecretResolver;
import io.quantumlayer.core.internal.analyze.Analysis;
import io.quantumlayer.core.internal.guard.Providers;
import io.quantumlayer.core.internal.recognize.SourceRecognition;
import io.quantumlayer.core.internal.state.Releases;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** All that the steps work with, put together once in build(). */
public interface Tools {
    /**
     * Returns what analyses a plan.
     *
     * @return pure, unless analyzers are installed that are not
     */
    Analysis analysis();

    /**
     * Returns what detects the environment.
     *
     * @return bounded by the call
     */
    Function<CallContext, Environment> detector();

    /**
     * Returns what decides the placement.
     *
     * @return a pure function
     */
    PlacementChooser chooser();

    /**
     * Returns what simulates bills.
     *
     * @return pure
     */
    Pricing pricing();

    /**
     * Returns the generators.
     *
     * @return the choice among them
     */
    GeneratorChoice generators();

    /**
     * Returns what recognises given directories.
     *
     * @return reads files only
     */
    SourceRecognition recognition();

    /**
     * Returns the scanners.
     *
     * @return in order
     */
    List<Scanner> scanners();

    /**
     * Returns what lets them look through a source and asks the gate.
     *
     * @return the scans
     */
    SourceScans scans();

    /**
     * Returns the builder.
     *
     * @return the one builder
     */
    ArtifactBuilder builder();

    /**
     * Says whether earlier builds of equal inputs will do.
     *
     * @return true by default
     */
    boolean reuse();

    /**
     * Returns what makes images of artifacts.
     *
     * @return the line, or empty if artifacts are run as they are
     */
    Optional<ImageLine> images();

    /**
     * Returns the monitors.
     *
     * @return in order
     */
    List<Monitor> monitors();

    /**
     * Returns the providers.
     *
     * @return behind their guards
     */
    Providers providers();

    /**
     * Returns the prober.
     *
     * @return the prober
     */
    Prober prober();

    /**
     * Returns those who can mend things.
     *
     * @return in the order to ask them
     */
    List<Repairer> repairers();

    /**
     * Returns the artifact store.
     *
     * @return the store
     */
    ArtifactStore artifacts();

    /**
     * Returns the releases.
     *
     * @return the reader of them
     */
    Releases releases();

    /**
     * Returns what makes the secrets that nobody gave.
     *
     * @return the mint
     */
    SecretMint mint();

    /**
     * Returns what turns references into secrets.
     *
     * @return the resolver, which tells the redactor
     */
    SecretResolver secrets();

    /**
     * Returns what takes secrets out of texts from outside.
     *
     * @return a function that masks what is known to be secret
     */
    UnaryOperator<String> redactor();
}
