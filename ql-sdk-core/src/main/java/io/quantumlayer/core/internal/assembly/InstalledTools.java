package io.quantumlayer.core.internal.assembly;

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
import io.quantumlayer.core.internal.step.GeneratorChoice;
import io.quantumlayer.core.internal.step.ImageLine;
import io.quantumlayer.core.internal.step.PlacementChooser;
import io.quantumlayer.core.internal.step.SecretMint;
import io.quantumlayer.core.internal.step.SourceScans;
import io.quantumlayer.core.internal.step.Tools;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The tools of the steps, by what they are for.
 *
 * @param deciding what analyses and decides
 * @param making what generates, scans, builds and mends
 * @param running what places, watches and probes
 * @param keeping what stores
 */
record InstalledTools(Deciding deciding, Making making, Running running, Keeping keeping) implements Tools {
    /**
     * What analyses and decides.
     *
     * @param analysis analyses a plan
     * @param detector detects the environment
     * @param chooser decides the placement
     * @param pricing simulates bills
     * @param recognition recognises given directories
     */
    record Deciding(
            Analysis analysis,
            Function<CallContext, Environment> detector,
            PlacementChooser chooser,
            Pricing pricing,
            SourceRecognition recognition) {}

    /**
     * What generates, scans, builds and mends.
     *
     * @param generators the choice of generators
     * @param scanners the scanners
     * @param scans what asks the gate about what they saw
     * @param building what builds
     * @param repairers those who mend
     */
    record Making(
            GeneratorChoice generators,
            List<Scanner> scanners,
            SourceScans scans,
            Building building,
            List<Repairer> repairers) {}

    /**
     * What builds.
     *
     * @param builder the builder
     * @param reuse whether earlier builds will do
     */
    record Building(ArtifactBuilder builder, boolean reuse) {}

    /**
     * What places, watches and probes.
     *
     * @param providers the providers
     * @param monitors the monitors
     * @param prober the prober
     * @param images makes images of artifacts, if that is wanted
     */
    record Running(Providers providers, List<Monitor> monitors, Prober prober, Optional<ImageLine> images) {}

    /**
     * What stores.
     *
     * @param artifacts the artifact store
     * @param releases the releases
     * @param mint mints secrets
     * @param secrets resolves secrets
     * @param redactor masks secrets
     */
    record Keeping(
            ArtifactStore artifacts,
            Releases releases,
            SecretMint mint,
            SecretResolver secrets,
            UnaryOperator<String> redactor) {}

    @Override
    public Analysis analysis() {
        return deciding.analysis();
    }

    @Override
    public Function<CallContext, Environment> detector() {
        return deciding.detector();
    }

    @Override
    public PlacementChooser chooser() {
        return deciding.chooser();
    }

    @Override
    public Pricing pricing() {
        return deciding.pricing();
    }

    @Override
    public GeneratorChoice generators() {
        return making.generators();
    }

    @Override
    public SourceRecognition recognition() {
        return deciding.recognition();
    }

    @Override
    public List<Scanner> scanners() {
        return making.scanners();
    }

    @Override
    public SourceScans scans() {
        return making.scans();
    }

    @Override
    public ArtifactBuilder builder() {
        return making.building().builder();
    }

    @Override
    public boolean reuse() {
        return making.building().reuse();
    }

    @Override
    public List<Repairer> repairers() {
        return making.repairers();
    }

    @Override
    public Providers providers() {
        return running.providers();
    }

    @Override
    public List<Monitor> monitors() {
        return running.monitors();
    }

    @Override
    public Optional<ImageLine> images() {
        return running.images();
    }

    @Override
    public Prober prober() {
        return running.prober();
    }

    @Override
    public ArtifactStore artifacts() {
        return keeping.artifacts();
    }

    @Override
    public Releases releases() {
        return keeping.releases();
    }

    @Override
    public SecretMint mint() {
        return keeping.mint();
    }

    @Override
    public SecretResolver secrets() {
        return keeping.secrets();
    }

    @Override
    public UnaryOperator<String> redactor() {
        return keeping.redactor();
    }
}
