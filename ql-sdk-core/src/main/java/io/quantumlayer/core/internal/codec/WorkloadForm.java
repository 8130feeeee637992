package io.quantumlayer.core.internal.codec;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.Resources;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.spi.provider.Workload;
import io.quantumlayer.api.spi.registry.ImageReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A workload as it is written. */
record WorkloadForm(Digest artifact, List<String> command, Variables variables, Shape shape) {
    record Variables(Map<String, String> environment, Map<String, SecretRef> secrets) {}

    record Shape(
            String healthPath,
            int replicas,
            OptionalInt port,
            Optional<Resources> resources,
            Optional<ImageReference> image) {}

    static WorkloadForm of(Workload workload) {
        return new WorkloadForm(
                workload.artifact(),
                workload.command(),
                new Variables(workload.environment(), workload.secrets()),
                new Shape(
                        workload.healthPath(),
                        workload.replicas(),
                        workload.port(),
                        workload.resources(),
                        workload.image()));
    }

    Workload value() {
        return Workload.builder(artifact, command)
                .addEnvironment(variables.environment)
                .addSecrets(variables.secrets)
                .healthPath(shape.healthPath)
                .replicas(shape.replicas)
                .port(shape.port.isPresent() ? shape.port.getAsInt() : null)
                .resources(shape.resources.orElse(null))
                .image(shape.image.orElse(null))
                .build();
    }
}
