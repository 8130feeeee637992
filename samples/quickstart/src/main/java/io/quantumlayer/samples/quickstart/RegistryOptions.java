package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.registry.oci.OciRegistry;
import io.quantumlayer.registry.oci.OciRegistryBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How registries are spoken to. */
final class RegistryOptions {
    @Option(
            names = "--docker-config",
            paramLabel = "FILE",
            description = "Holds logins (default: .docker/config.json in the user's home).")
    private Path config = Path.of(System.getProperty("user.home"), ".docker", "config.json");

    @Option(
            names = "--plain-http",
            paramLabel = "HOST",
            description = "Speaks unencrypted HTTP to this registry; without it only on the loopback interface.")
    private List<String> plain = new ArrayList<>();

    ImageRegistry registry() {
        OciRegistryBuilder builder = OciRegistry.create().dockerConfig(config);
        plain.forEach(builder::plainHttp);
        return builder.build();
    }
}
