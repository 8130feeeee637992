package io.quantumlayer.provider.local;

import io.quantumlayer.api.spi.process.ProcessState;
import io.quantumlayer.api.spi.provider.Control;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks from outside how a running release is confined: what the kernel says about the process that listens, never what
 * a sandbox promised. What cannot be seen is reported as not holding, with UNKNOWN in its detail.
 *
 * <p>The network is no control here: a release is reached over this machine's own loopback and so shares its network,
 * which the offering states as a fact.
 */
final class LocalControls {
    private static final String READ_ONLY_ROOT = "read-only-root";
    private static final String NON_ROOT = "non-root";
    private static final String NO_CAPABILITIES = "no-capabilities";
    private static final String NO_NEW_PRIVILEGES = "no-new-privileges";
    /** Control name to the kernel's name of the namespace. */
    private static final List<Map.Entry<String, String>> NAMESPACES =
            List.of(Map.entry("mount-namespace", "mnt"), Map.entry("pid-namespace", "pid"));

    private final ReleaseProcess processes;
    private final ProcFs proc;

    LocalControls(ReleaseProcess processes, ProcFs proc) {
        this.processes = processes;
        this.proc = proc;
    }

    List<Control> observe(ReleaseFolder folder) throws IOException {
        if (!proc.available()) {
            return unknown("this platform has no /proc to look into");
        }
        Optional<ProcessRecord> record = folder.process();
        Optional<ProcessState> state = processes.running(folder);
        if (record.isEmpty() || state.isEmpty()) {
            return unknown("the release does not run");
        }
        Listener listener = processes.listener(record.get(), state.get());
        return switch (listener.kind()) {
            case OURS -> folder.inContainer() ? contained(listener.pid()) : observe(listener.pid());
            case FOREIGN ->
                unknown("another program listens on port " + record.get().port());
            case UNKNOWN ->
                unknown("nobody who could be seen listens on port "
                        + record.get().port());
        };
    }

    /** Looks at the process of a container, which has a root of its own too. */
    private List<Control> contained(long pid) {
        List<Control> controls = new ArrayList<>(observe(pid));
        try {
            String options = proc.rootOptions(pid);
            controls.add(new Control(
                    READ_ONLY_ROOT, List.of(options.split(",", -1)).contains("ro"), "root mounted " + options));
        } catch (IOException e) {
            controls.add(new Control(READ_ONLY_ROOT, false, "UNKNOWN: its mounts cannot be read: " + e));
        }
        return controls;
    }

    /** Looks at one process. */
    List<Control> observe(long pid) {
        try {
            Map<String, String> status = proc.status(pid);
            Stream<Control> credentials = Stream.of(nonRoot(status), capabilities(status), privileges(status));
            return Stream.concat(credentials, namespaces(pid).stream()).toList();
        } catch (IOException e) {
            return unknown("process " + pid + " cannot be looked at: " + e);
        }
    }

    /** Real, effective, saved and file-system id, as this machine numbers them, not as the sandbox does. */
    private static Control nonRoot(Map<String, String> status) {
        List<String> uids = words(status, "Uid");
        boolean holds = uids.size() == 4 && !uids.contains("0");
        return new Control(NON_ROOT, holds, "host uid " + seen(uids));
    }

    private static Control capabilities(Map<String, String> status) {
        List<String> effective = words(status, "CapEff");
        List<String> permitted = words(status, "CapPrm");
        boolean holds = none(effective) && none(permitted);
        return new Control(NO_CAPABILITIES, holds, "effective " + seen(effective) + ", permitted " + seen(permitted));
    }

    private static Control privileges(Map<String, String> status) {
        List<String> value = words(status, "NoNewPrivs");
        return new Control(NO_NEW_PRIVILEGES, value.equals(List.of("1")), "NoNewPrivs " + seen(value));
    }

    private List<Control> namespaces(long pid) throws IOException {
        List<Control> controls = new ArrayList<>();
        for (Map.Entry<String, String> namespace : NAMESPACES) {
            String own = proc.ownNamespace(namespace.getValue());
            String theirs = proc.namespace(pid, namespace.getValue());
            String detail = own.equals(theirs) ? "shared with the host: " + own : theirs + ", the host's is " + own;
            controls.add(new Control(namespace.getKey(), !own.equals(theirs), detail));
        }
        return controls;
    }

    private static List<Control> unknown(String why) {
        return Stream.concat(
                        Stream.of(NON_ROOT, NO_CAPABILITIES, NO_NEW_PRIVILEGES),
                        NAMESPACES.stream().map(Map.Entry::getKey))
                .map(name -> new Control(name, false, "UNKNOWN: " + why))
                .toList();
    }

    private static boolean none(List<String> mask) {
        return mask.size() == 1 && mask.get(0).matches("0+");
    }

    private static List<String> words(Map<String, String> status, String field) {
        String value = status.getOrDefault(field, "");
        return value.isEmpty() ? List.of() : List.of(value.split("\\s+", -1));
    }

    private static String seen(List<String> words) {
        return words.isEmpty() ? "UNKNOWN" : String.join(" ", words);
    }
}
