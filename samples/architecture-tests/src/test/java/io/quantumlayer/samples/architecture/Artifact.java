package io.quantumlayer.samples.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** One jar of the reactor as its pom describes it. */
record Artifact(String id, String rootPackage, Path folder, List<Dependency> dependencies) {

    /** What an artifact may know of its siblings. */
    enum Ring {
        API,
        CORE,
        EXTENSION,
        TESTKIT,
        SAMPLE
    }

    record Dependency(String group, String id, String scope) {

        boolean isOwn() {
            return group.equals(Reactor.GROUP);
        }

        boolean isTestOnly() {
            return scope.equals("test");
        }
    }

    Ring ring() {
        if (folder.getNameCount() > 1 && folder.getParent().endsWith("samples")) {
            return Ring.SAMPLE;
        }
        return switch (id) {
            case "ql-sdk-api" -> Ring.API;
            case "ql-sdk-core" -> Ring.CORE;
            case "ql-sdk-testkit" -> Ring.TESTKIT;
            default -> Ring.EXTENSION;
        };
    }

    boolean isPublished() {
        return ring() != Ring.SAMPLE;
    }

    /** Returns the siblings that this artifact may use outside its tests. */
    Set<String> allowedSiblings() {
        return switch (ring()) {
            case API -> Set.of();
            case CORE, EXTENSION -> Set.of("ql-sdk-api");
            case TESTKIT -> Set.of("ql-sdk-api", "ql-sdk-core");
            case SAMPLE -> throw new IllegalStateException(id + " is a sample and may use everything");
        };
    }
}
