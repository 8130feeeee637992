package io.quantumlayer.core.internal.process;

import io.quantumlayer.api.spi.process.CommandSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Builds the command line that confines a command with bubblewrap.
 *
 * <p>The command is alone in its process, mount, IPC, host name and (unless allowed) network namespaces, without
 * capabilities or a way to gain any. A host that runs as root starts bubblewrap as root, for its mounts may pass
 * folders that nobody else may enter, and drops the uid for good right before the command: {@code --uid} would only
 * rename 0. The first process of the namespace is a shell that waits for the command: once it ends, by itself or
 * because bubblewrap or the supervisor above did, the kernel ends all that is left. It keeps the host's uid, since
 * Linux lets the end of one process end another only where it might send a signal, and since no command may touch
 * it then.
 */
final class Bubblewrap {
    /** The host uid and gid of commands whose host runs as root. */
    static final int ACCOUNT = 10_001;

    private static final String FIRST = "\"$@\"; exit $?";
    private static final List<String> SYSTEM = List.of("/usr", "/bin", "/sbin", "/lib", "/lib64", "/lib32", "/libx32");
    private static final List<String> SETTINGS = List.of(
            "ld.so.cache",
            "nsswitch.conf",
            "hosts",
            "resolv.conf",
            "localtime",
            "alternatives",
            "ssl",
            "pki",
            "ca-certificates");

    private final Path program;
    private final Optional<Path> setpriv;
    private final Set<Path> java;
    private final int hostUid;

    /**
     * Creates a builder of command lines.
     *
     * @param program bubblewrap
     * @param setpriv what drops the uid; present exactly when the host runs as root
     * @param java what the JDK consists of
     * @param hostUid the uid of the host
     */
    Bubblewrap(Path program, Optional<Path> setpriv, Set<Path> java, int hostUid) {
        this.program = program;
        this.setpriv = setpriv;
        this.java = java;
        this.hostUid = hostUid;
    }

    /** Returns the host uid that commands run under. */
    int uid() {
        return setpriv.isPresent() ? ACCOUNT : hostUid;
    }

    /** Returns the sandbox's only line of {@code /etc/passwd}; bubblewrap reads it from the descriptors 8 and 9. */
    String account() {
        return "ql:x:" + uid() + ":" + uid() + "::/tmp:/bin/sh";
    }

    /** Returns what runs the script of the folder confined. */
    List<String> commandLine(CommandSpec spec, Path folder) {
        List<String> line = base(spec.network());
        line.addAll(List.of("--perms", "0644", "--ro-bind-data", "8", "/etc/passwd"));
        line.addAll(List.of("--perms", "0644", "--ro-bind-data", "9", "/etc/group"));
        spec.readable().forEach(path -> bind(line, "--ro-bind", path));
        spec.writable().forEach(path -> bind(line, "--bind", path));
        bind(line, "--bind", folder);
        // What is mounted on cannot be replaced: log and identity stay true whatever the command does in its folder.
        bind(line, "--ro-bind", folder.resolve(CommandFolder.LOG));
        bind(line, "--ro-bind", folder.resolve(CommandFolder.PID));
        line.addAll(List.of("--chdir", folder.toString()));
        end(line, "/bin/sh", folder.resolve(CommandFolder.SCRIPT).toString());
        return line;
    }

    /** Returns what prints from inside how the kernel sees a confined command. */
    List<String> probe() {
        List<String> line = base(false);
        end(line, "/bin/cat", "/proc/self/status");
        return line;
    }

    private List<String> base(boolean network) {
        List<String> line = new ArrayList<>(List.of(program.toString(), "--unshare-pid", "--unshare-ipc"));
        line.addAll(List.of("--unshare-uts", "--unshare-cgroup-try", "--die-with-parent", "--as-pid-1"));
        line.addAll(List.of("--new-session", "--cap-drop", "ALL"));
        if (!network) {
            line.add("--unshare-net");
        }
        if (setpriv.isPresent()) {
            line.addAll(List.of("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP"));
        } else {
            line.add("--unshare-user");
        }
        SYSTEM.forEach(path -> system(line, Path.of(path)));
        line.addAll(List.of("--dir", "/etc"));
        SETTINGS.forEach(name -> line.addAll(List.of("--ro-bind-try", "/etc/" + name, "/etc/" + name)));
        line.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        line.addAll(List.of("--perms", "1777", "--tmpfs", "/tmp", "--perms", "1777", "--tmpfs", "/dev/shm"));
        java.stream().filter(path -> !path.startsWith("/usr")).forEach(path -> bind(line, "--ro-bind", path));
        return line;
    }

    private static void system(List<String> line, Path path) {
        if (Files.isSymbolicLink(path)) {
            line.addAll(List.of("--symlink", target(path), path.toString()));
        } else if (Files.isDirectory(path)) {
            line.addAll(List.of("--ro-bind", path.toString(), path.toString()));
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot follow " + link, e);
        }
    }

    /** Bubblewrap gives the parents it invents to itself alone; made in advance they may be passed by all. */
    private static void bind(List<String> line, String how, Path path) {
        for (int depth = 1; depth < path.getNameCount(); depth++) {
            line.addAll(List.of("--dir", "/" + path.subpath(0, depth)));
        }
        line.addAll(List.of(how, path.toString(), path.toString()));
    }

    private void end(List<String> line, String... command) {
        line.addAll(List.of("--", "/bin/sh", "-c", FIRST, "ql"));
        setpriv.ifPresent(path -> {
            line.addAll(List.of(path.toString(), "--reuid=" + ACCOUNT, "--regid=" + ACCOUNT, "--clear-groups"));
            line.addAll(List.of("--inh-caps=-all", "--bounding-set=-all", "--no-new-privs"));
        });
        line.addAll(List.of(command));
    }
}
