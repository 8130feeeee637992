package io.quantumlayer.provider.local;

import io.quantumlayer.api.plan.CpuMillis;
import io.quantumlayer.api.plan.Memory;
import io.quantumlayer.api.plan.Resources;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.registry.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says how a release's container is created: read-only, as nobody known, without capabilities, within limits.
 *
 * <p>It shares the network of this machine, as a process does: it listens on the loopback port that it is told.
 */
final class ContainerOptions {
    private static final String USER = "10001:10001";
    private static final String DATA = "/data";
    private static final String SECRETS = "/secrets";
    private static final long DEFAULT_MEMORY = 512L << 20;
    private static final int MOST_PROCESSES = 512;
    private static final double MILLIS = 1000.0;

    private final SecretFiles secrets;

    ContainerOptions(SecretFiles secrets) {
        this.secrets = secrets;
    }

    /** Writes the secrets and gives the options, the image last. */
    List<String> of(CallContext context, ReleaseSpec spec, ReleaseFolder folder, ProcessRecord record)
            throws IOException {
        ImageReference image = spec.workload()
                .image()
                .orElseThrow(() -> new IllegalStateException("a container needs an image: " + spec.release()));
        List<String> options = new ArrayList<>(List.of(
                "--network=host",
                "--read-only",
                "--cap-drop=all",
                "--security-opt=no-new-privileges",
                "--user=" + USER,
                "--pids-limit=" + MOST_PROCESSES,
                "--log-driver=passthrough"));
        options.addAll(limits(spec.workload().resources()));
        boolean root = ownedByRoot(folder);
        if (!root) {
            options.add("--userns=keep-id:uid=10001,gid=10001");
        }
        Map<String, String> environment = environment(context, spec, folder, record);
        options.add("--volume=" + folder.application().data() + ":" + DATA + volume("rw", root));
        options.add("--volume=" + folder.secrets() + ":" + SECRETS + volume("ro", root));
        environment.forEach((name, value) -> options.add("--env=" + name + "=" + value));
        if (isLoopback(image.registry())) {
            options.add("--tls-verify=false");
        }
        options.add(image.toString());
        return options;
    }

    private Map<String, String> environment(
            CallContext context, ReleaseSpec spec, ReleaseFolder folder, ProcessRecord record) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(spec.workload().environment());
        secrets.write(context, spec.workload().secrets(), folder.secrets())
                .forEach((name, file) ->
                        environment.put(name, SECRETS + "/" + Path.of(file).getFileName()));
        environment.put("HOST", Ports.host());
        environment.put("PORT", Integer.toString(record.port()));
        environment.put("DATA_DIR", DATA);
        environment.put("QL_RELEASE", spec.release().value());
        environment.put("QL_MARKER", record.marker());
        return environment;
    }

    private static List<String> limits(Optional<Resources> resources) {
        long memory = resources.flatMap(Resources::memory).map(Memory::bytes).orElse(DEFAULT_MEMORY);
        List<String> limits = new ArrayList<>(List.of("--memory=" + memory + "b"));
        resources
                .flatMap(Resources::cpu)
                .map(CpuMillis::value)
                .ifPresent(cpu -> limits.add(String.format(Locale.ROOT, "--cpus=%.3f", cpu / MILLIS)));
        return limits;
    }

    private static String volume(String mode, boolean handOver) {
        return ":" + mode + (handOver ? ",U" : "");
    }

    /** Root hands the folders over; anybody else is, inside, the user that the application runs as. */
    private static boolean ownedByRoot(ReleaseFolder folder) throws IOException {
        return Files.getOwner(folder.path()).getName().equals("root");
    }

    private static boolean isLoopback(String registry) {
        return registry.startsWith("127.") || registry.startsWith("localhost:") || registry.startsWith("[::1]");
    }
}
