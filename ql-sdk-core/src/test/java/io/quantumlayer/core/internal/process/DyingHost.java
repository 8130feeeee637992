package io.quantumlayer.core.internal.process;

import io.quantumlayer.api.spi.process.CommandSpec;
import java.nio.file.Path;
import java.util.List;

/**
 * A host process that starts two commands, one that outlives it and one that does not, and then waits to be killed.
 */
final class DyingHost {
    private DyingHost() {}

    /**
     * Starts the commands in the folders {@code own} and {@code host} below the first argument.
     *
     * @param arguments the root folder and the sandbox mode
     * @throws Exception if waiting is interrupted
     */
    public static void main(String[] arguments) throws Exception {
        LocalLauncher launcher = new LocalLauncher(Commands.javaHome(), SandboxMode.valueOf(arguments[1]));
        launcher.sandbox();
        System.out.println("ready");
        for (String life : List.of("own", "host")) {
            launcher.start(spec(Path.of(arguments[0]), life));
        }
        System.out.println("started");
        Thread.currentThread().join();
    }

    static CommandSpec spec(Path root, String life) {
        String script = "echo started >>starts; exec sleep " + seconds(root, life);
        return CommandSpec.builder(marker(root, life), root.resolve(life), List.of("/bin/sh", "-c", script))
                .addEnvironment("PATH", "/usr/bin:/bin")
                .outlivesHost(life.equals("own"))
                .build();
    }

    /** Says how long a command sleeps: an argument by which it is found and that no other root's command has. */
    static String seconds(Path root, String life) {
        return "7" + life.length() + "21." + Integer.toUnsignedString(root.hashCode());
    }

    static String marker(Path root, String life) {
        return life + "-" + Integer.toUnsignedString(root.hashCode());
    }
}
