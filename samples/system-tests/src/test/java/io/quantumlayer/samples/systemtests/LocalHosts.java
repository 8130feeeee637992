package io.quantumlayer.samples.systemtests;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.Strategy;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.ExtensionFactory;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.Workload;
import io.quantumlayer.provider.local.LocalProviderFactory;
import io.quantumlayer.testkit.bench.LentByCore;
import io.quantumlayer.testkit.contract.KitSecret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hosts of real extensions over one home: each opens core's artifact store and launcher anew. */
final class LocalHosts implements AutoCloseable {
    private final Path folder;
    private final Home home;
    private final List<LentByCore> hosts = new ArrayList<>();

    LocalHosts(Path folder) {
        this.folder = folder;
        this.home = new Home(folder);
    }

    /** Lends what a new host process would have. */
    ExtensionContext lend(ExtensionFactory<?> factory, Map<String, String> settings) {
        LentByCore host = LentByCore.in(folder, builder -> builder.addSecretStore(KitSecret.store()));
        hosts.add(host);
        return host.to(factory, settings);
    }

    Provider provider() {
        LocalProviderFactory factory = new LocalProviderFactory();
        return factory.create(lend(factory, Map.of("drain", "PT1S")));
    }

    /** A release of the smallest application. */
    ReleaseSpec release(ApplicationId application, int number) {
        String main = KitApp.class.getName();
        Workload workload = Workload.builder(
                        stored(main), List.of("{java}", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", ".", main))
                .addEnvironment(Map.of("NUMBER", Integer.toString(number)))
                .addSecrets(Map.of("CANARY", KitSecret.REFERENCE))
                .build();
        return new ReleaseSpec(
                application,
                new ReleaseId("r00000000000" + number),
                Digest.of(workload.toString()),
                new Placement("local/process/this-machine", "local", Strategy.LOCAL, Map.of()),
                workload);
    }

    private Digest stored(String main) {
        String path = main.replace('.', '/') + ".class";
        try (InputStream bytes = KitApp.class.getClassLoader().getResourceAsStream(path)) {
            FileTree tree = FileTree.of(Map.of(path, bytes.readAllBytes()), Set.of());
            return lend(new LocalProviderFactory(), Map.of()).artifacts().put(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts the processes and files of releases, from outside. */
    int traces() {
        return home.processes().size() + leftovers().size();
    }

    /** What is below the provider's own folder. */
    List<Path> leftovers() {
        return home.files("local/");
    }

    List<Long> processes() {
        return home.processes();
    }

    @Override
    public void close() {
        hosts.forEach(LentByCore::close);
    }
}
