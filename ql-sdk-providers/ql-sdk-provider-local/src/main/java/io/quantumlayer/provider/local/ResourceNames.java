package io.quantumlayer.provider.local;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;

/**
 * Names what operations make: labels of at most 63 characters, readable by the application's name and told apart
 * between tenants by a hash.
 */
final class ResourceNames {
    private static final int NAME = 24;
    private static final int HASH = 10;

    private ResourceNames() {}

    /** A thing of the application, the same for each of its releases. */
    static String of(ApplicationId application, String thing) {
        return prefix(application) + "-" + thing;
    }

    /** A thing of one release. */
    static String of(ApplicationId application, ReleaseId release, String thing) {
        return prefix(application) + "-" + release + "-" + thing;
    }

    private static String prefix(ApplicationId application) {
        String name = application.name();
        String hash = Digest.of(application.toString()).hex().substring(0, HASH);
        return name.substring(0, Math.min(NAME, name.length())) + "-" + hash;
    }
}
