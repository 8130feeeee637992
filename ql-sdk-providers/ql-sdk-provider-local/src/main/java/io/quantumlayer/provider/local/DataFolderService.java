package io.quantumlayer.provider.local;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.FindBy;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Keeps the lasting data of an application.
 *
 * <p>The data belongs to the application: every release's plan lists the very same operation, equal in resource and
 * attributes, so core sees one resource that all releases share and removes it with the last one. Should it ask
 * earlier, the answer is a failure and the data stays.
 */
final class DataFolderService implements LocalService {
    static final String ID = "data-folder";

    private final LocalHome home;

    DataFolderService(LocalHome home) {
        this.home = home;
    }

    @Override
    public Operation operation(ApplicationId application, ReleaseId release) {
        return new Operation(
                ID,
                ResourceNames.of(application, "data"),
                FindBy.NAME,
                Duration.ZERO,
                LocalHome.attributes(application));
    }

    @Override
    public Effect<Map<String, String>> ensure(CallContext context, ReleaseSpec spec) throws IOException {
        Path data = home.application(spec.application()).data();
        return Effect.done(attributes(Folders.create(data)));
    }

    @Override
    public Observation observe(CallContext context, Operation operation) {
        Path data = home.application(operation).data();
        return Sight.of(context, Folders.presence(data), attributes(data));
    }

    @Override
    public Effect<Map<String, String>> remove(CallContext context, Operation operation) throws IOException {
        ApplicationFolder application = home.application(operation);
        if (application.hasReleases()) {
            return Effect.failed(LocalFailures.dataInUse());
        }
        Folders.discard(application.data());
        application.prune();
        return Effect.done(Map.of());
    }

    private static Map<String, String> attributes(Path data) {
        return Map.of("folder", data.toString());
    }
}
