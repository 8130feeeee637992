package io.quantumlayer.core.internal.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of a started command, as its supervisor wrote it: a pid alone may belong to somebody else by now.
 *
 * @param pid the supervisor's pid; 0 if the folder was barred before anything started
 * @param began when it started, in the clock that tells reuse: boot id and ticks, or {@code epoch:} and seconds
 * @param marker the command's marker
 */
record PidRecord(long pid, String began, String marker) {
    /** Stands where a power cut left a file without its content: something started, and nothing of it is left. */
    static final PidRecord ILLEGIBLE = new PidRecord(-1, "?", "?");

    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\S+) (\\S+)\n");

    static PidRecord parse(String text) {
        Matcher line = LINE.matcher(text);
        return line.matches() ? new PidRecord(Long.parseLong(line.group(1)), line.group(2), line.group(3)) : ILLEGIBLE;
    }

    static PidRecord barred(String marker) {
        return new PidRecord(0, "never", marker);
    }

    boolean isOf(String wanted) {
        return equals(ILLEGIBLE) || (pid > 0 && marker.equals(wanted));
    }

    String text() {
        return pid + " " + began + " " + marker + "\n";
    }
}
