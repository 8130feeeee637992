package io.quantumlayer.monitoring.internal.local;

import java.util.Optional;

/**
 * One process as its {@code stat} file tells it, see proc(5).
 *
 * @param pid its number
 * @param parent the number of its parent
 * @param ticks its processor time, in user and system mode, with that of children it has waited for
 * @param threads how many threads it has
 */
record ProcessStat(long pid, long parent, long ticks, long threads) {
    /** Fields are counted from the one after the name, which is the third of the manual page. */
    private static final int STATE = 0;

    private static final int PARENT = 1;
    private static final int USER_TICKS = 11;
    private static final int LAST_TICKS = 14;
    private static final int THREADS = 17;

    /** Empty for a process that has ended and waits to be buried, and for a text of another form. */
    static Optional<ProcessStat> parse(String text) {
        int name = text.indexOf(" (");
        int end = text.lastIndexOf(") "); // a name may hold both
        String[] fields =
                end < 0 ? new String[0] : text.substring(end + 2).strip().split(" ", -1);
        if (name < 0 || fields.length <= THREADS || fields[STATE].equals("Z")) {
            return Optional.empty();
        }
        try {
            long ticks = 0;
            for (int i = USER_TICKS; i <= LAST_TICKS; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return Optional.of(new ProcessStat(
                    Long.parseLong(text.substring(0, name)),
                    Long.parseLong(fields[PARENT]),
                    ticks,
                    Long.parseLong(fields[THREADS])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
