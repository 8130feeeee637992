package io.quantumlayer.core.internal.build;

import io.quantumlayer.api.spi.process.CommandSpec;
import io.quantumlayer.api.spi.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The caches of package managers. A command that fetches may write those of the tools it names; any other one sees
 * them read-only, so that code of a source never changes what a later build takes from them.
 */
final class BuildCaches {
    private static final Set<Tool> PYTHON = Set.of(Tool.PIP, Tool.UV);
    private static final List<Path> CERTIFICATES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/cert.pem"));

    private final Path folder;
    private final Outbound outbound;

    BuildCaches(Path folder, Outbound outbound) {
        this.folder = folder;
        this.outbound = outbound;
    }

    /** Shows a command the caches of its tools and says where they are. */
    void lend(CommandSpec.Builder command, Collection<Tool> tools, boolean fetches) throws IOException {
        Optional<Path> certificates = outbound.certificates()
                .filter(file -> fetches)
                .or(() -> CERTIFICATES.stream().filter(Files::isReadable).findFirst());
        if (fetches) {
            outbound.environment().forEach(command::addEnvironment);
            outbound.certificates().ifPresent(command::addReadable);
        }
        if (tools.stream().anyMatch(PYTHON::contains)) {
            command.addEnvironment("UV_CACHE_DIR", share(command, "uv", fetches));
            command.addEnvironment("UV_LINK_MODE", "copy");
            command.addEnvironment("PIP_CACHE_DIR", share(command, "pip", fetches));
            command.addEnvironment("PYC_INVALIDATION_MODE", "unchecked-hash");
            certificates.ifPresent(file -> command.addEnvironment("SSL_CERT_FILE", file.toString()));
            certificates.ifPresent(file -> command.addEnvironment("PIP_CERT", file.toString()));
        }
        if (tools.contains(Tool.NPM)) {
            command.addEnvironment("npm_config_cache", share(command, "npm", fetches));
            command.addEnvironment("npm_config_update_notifier", "false");
            command.addEnvironment("npm_config_logs_max", "0");
            certificates.ifPresent(file -> command.addEnvironment("NODE_EXTRA_CA_CERTS", file.toString()));
        }
        if (tools.contains(Tool.MAVEN)) {
            String options = fetches ? outbound.javaOptions() : "";
            command.addEnvironment("MAVEN_OPTS", "-Dmaven.repo.local=" + share(command, "maven", fetches) + options);
        }
        command.network(fetches);
    }

    private String share(CommandSpec.Builder command, String name, boolean fetches) throws IOException {
        Path cache = Files.createDirectories(folder.resolve(name)).toRealPath();
        if (fetches) {
            command.addWritable(cache);
        } else {
            command.addReadable(cache);
        }
        return cache.toString();
    }
}
