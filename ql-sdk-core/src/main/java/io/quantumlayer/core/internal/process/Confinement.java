package io.quantumlayer.core.internal.process;

import io.quantumlayer.api.spi.process.CommandSpec;
import io.quantumlayer.api.spi.process.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What confines commands on this machine, found out by really confining one and reading how the kernel sees it. */
final class Confinement {
    static final String PACKAGE =
            "install bubblewrap (Debian, Ubuntu: apt-get install bubblewrap; Fedora: dnf install bubblewrap)";

    private static final Pattern CONFINED =
            Pattern.compile("(?s).*\nUid:\t[1-9]\\d*\t.*\nCapEff:\t0+\n.*\nNoNewPrivs:\t1\n.*");
    private static final int SECONDS = 20;

    private final Sandbox sandbox;
    private final Optional<Bubblewrap> bubblewrap;

    private Confinement(Sandbox sandbox, Optional<Bubblewrap> bubblewrap) {
        this.sandbox = sandbox;
        this.bubblewrap = bubblewrap;
    }

    static Confinement find(SandboxMode mode, Tools tools, Path javaHome) {
        if (mode == SandboxMode.OFF) {
            return none("the sandbox is switched off by its setting");
        }
        if (!LinuxProcesses.present()) {
            return none("bubblewrap confines commands on Linux only");
        }
        Optional<Path> program = tools.find("bwrap");
        if (program.isEmpty()) {
            return none("bubblewrap is not installed: " + PACKAGE);
        }
        int uid = LinuxProcesses.uid();
        Optional<Path> setpriv = uid == 0 ? tools.find("setpriv") : Optional.empty();
        if (uid == 0 && setpriv.isEmpty()) {
            return none("the host runs as root and setpriv, which drops the uid, is missing: install util-linux");
        }
        return prove(program.get(), new Bubblewrap(program.get(), setpriv, JavaInstallation.paths(javaHome), uid));
    }

    private static Confinement prove(Path program, Bubblewrap bubblewrap) {
        String seen = output(bubblewrap.probe());
        if (!CONFINED.matcher(seen).matches()) {
            String first = seen.lines().findFirst().orElse("no answer");
            return none("bubblewrap is installed but cannot confine a command here: " + first);
        }
        String version = output(List.of(program.toString(), "--version")).strip();
        String reason = "commands see the system read-only and only their own folders, as host uid " + bubblewrap.uid()
                + ", without capabilities and without a way to gain any";
        return new Confinement(new Sandbox(true, version, reason), Optional.of(bubblewrap));
    }

    private static Confinement none(String reason) {
        return new Confinement(new Sandbox(false, "none", reason), Optional.empty());
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** Returns the sandbox's account line; empty without a sandbox. */
    String account() {
        return bubblewrap.map(Bubblewrap::account).orElse("");
    }

    /** Lets the account of confined commands write where they may; nothing changes hands unless the host is root. */
    void open(CommandSpec spec, Path folder) {
        bubblewrap.map(Bubblewrap::uid).filter(uid -> uid == Bubblewrap.ACCOUNT).ifPresent(uid -> {
            Ownership.give(folder, uid);
            spec.writable().stream()
                    .filter(path -> Ownership.of(path) != uid)
                    .forEach(path -> Ownership.give(path, uid));
        });
    }

    /** Returns what runs the script of the folder. */
    List<String> commandLine(CommandSpec spec, Path folder) {
        return bubblewrap
                .map(b -> b.commandLine(spec, folder))
                .orElse(List.of("/bin/sh", folder.resolve(CommandFolder.SCRIPT).toString()));
    }

    /** Runs a command that answers at once and returns what it said, or why it could not. */
    private static String output(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            Spawn.cleanEnvironment(builder);
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readNBytes(16_384), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return text;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
