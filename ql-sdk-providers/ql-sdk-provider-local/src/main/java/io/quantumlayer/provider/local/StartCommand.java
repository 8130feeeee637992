package io.quantumlayer.provider.local;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.process.CommandSpec;
import io.quantumlayer.api.spi.process.InstalledTool;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.process.Toolchain;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says how a release's process is started: its program, its whole environment, and what it may read and write. */
final class StartCommand {
    private static final String JAVA = Tool.JAVA.placeholder();
    /** The command starts within the copied artifact; the folder of its own keeps log and exit code apart from it. */
    private static final String WITHIN = "cd \"$0\" && exec \"$@\"";

    private final SecretFiles secrets;
    private final Optional<JavaProgram> java;
    private final Toolchain tools;

    StartCommand(SecretFiles secrets, Optional<JavaProgram> java, Toolchain tools) {
        this.secrets = secrets;
        this.java = java;
        this.tools = tools;
    }

    /**
     * Writes the secrets and gives the command.
     *
     * <p>The artifact is readable only, so what runs is what was scanned. The secrets are writable only because a
     * launcher that drops the uid hands over what is writable, and their files are for the owner alone.
     */
    CommandSpec prepare(CallContext context, ReleaseSpec spec, ReleaseFolder folder, ProcessRecord record)
            throws IOException {
        Path data = folder.application().data();
        CommandSpec.Builder command = CommandSpec.builder(record.marker(), folder.run(), line(spec, folder))
                .network(true)
                .outlivesHost(true)
                .addReadable(folder.app())
                .addWritable(folder.secrets())
                .addWritable(data);
        java.map(JavaProgram::home).ifPresent(command::addReadable);
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("LANG", "C.UTF-8");
        for (Tool tool : others(spec)) {
            InstalledTool installed = tools.require(tool);
            installed.readable().forEach(command::addReadable);
            environment.putAll(installed.environment());
        }
        environment.putAll(spec.workload().environment());
        environment.putAll(secrets.write(context, spec.workload().secrets(), folder.secrets()));
        environment.put("HOST", Ports.host());
        environment.put("PORT", Integer.toString(record.port()));
        environment.put("DATA_DIR", data.toString());
        environment.put("QL_RELEASE", spec.release().value());
        environment.forEach(command::addEnvironment);
        return command.build();
    }

    private List<String> line(ReleaseSpec spec, ReleaseFolder folder) {
        List<String> line =
                new ArrayList<>(List.of("/bin/sh", "-c", WITHIN, folder.app().toString()));
        List<String> words = new ArrayList<>();
        for (String word : spec.workload().command()) {
            words.add(word.contains(JAVA) ? word.replace(JAVA, javaPath()) : word);
        }
        line.addAll(tools.resolve(words));
        return line;
    }

    /** Java is this provider's own affair, as its setting names the program. */
    private static Set<Tool> others(ReleaseSpec spec) {
        Set<Tool> others = new LinkedHashSet<>(Tool.in(spec.workload().command()));
        others.remove(Tool.JAVA);
        return others;
    }

    private String javaPath() {
        return java.map(program -> program.path().toString())
                .orElseThrow(() -> new QuantumLayerException(LocalFailures.noJava()));
    }
}
