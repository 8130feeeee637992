package io.quantumlayer.core.internal.process;

import java.util.Set;

/** What the operating system says of running processes. */
interface ProcessTable {
    /** Says whether the very process of the record runs: same pid, same start, same marker. */
    boolean alive(PidRecord record);

    /** Returns the pids of the command's processes that run, its supervisor included; never this JVM's. */
    Set<Long> family(PidRecord record);

    /** Says whether a process is the outer half of the sandbox, whose end would cut the command's own short. */
    boolean isSandbox(long pid);

    static ProcessTable ofThisMachine() {
        return LinuxProcesses.present() ? new LinuxProcesses() : new PortableProcesses();
    }
}
