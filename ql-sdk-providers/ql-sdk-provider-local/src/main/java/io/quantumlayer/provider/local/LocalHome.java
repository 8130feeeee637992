package io.quantumlayer.provider.local;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the folder of an application or release by its ids, which are labels and therefore confined to the home. */
final class LocalHome {
    private static final String TENANT = "tenant";
    private static final String APPLICATION = "application";
    private static final String RELEASE = "release";

    private final Optional<Path> path;

    LocalHome(Optional<Path> path) {
        this.path = path.map(Path::toAbsolutePath).map(Path::normalize);
    }

    Optional<Path> path() {
        return path;
    }

    ApplicationFolder application(ApplicationId id) {
        Path home = path.orElseThrow(() -> new QuantumLayerException(LocalFailures.noHome()));
        return new ApplicationFolder(home, id);
    }

    ReleaseFolder release(ReleaseSpec spec) {
        return application(spec.application()).release(spec.release());
    }

    ApplicationFolder application(Operation operation) {
        return application(applicationOf(operation));
    }

    ReleaseFolder release(Operation operation) {
        return application(operation).release(new ReleaseId(attribute(operation, RELEASE)));
    }

    static ApplicationId applicationOf(Operation operation) {
        return new ApplicationId(attribute(operation, TENANT), attribute(operation, APPLICATION));
    }

    /** What an operation must tell so that a later process finds the application. */
    static Map<String, String> attributes(ApplicationId application) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(TENANT, application.tenant());
        attributes.put(APPLICATION, application.name());
        return attributes;
    }

    /** What an operation must tell so that a later process finds the release. */
    static Map<String, String> attributes(ApplicationId application, ReleaseId release) {
        Map<String, String> attributes = attributes(application);
        attributes.put(RELEASE, release.value());
        return attributes;
    }

    private static String attribute(Operation operation, String name) {
        String value = operation.attributes().get(name);
        if (value == null) {
            throw new QuantumLayerException(LocalFailures.foreignOperation(operation.id(), name));
        }
        return value;
    }
}
