package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Notes what the forwarder counted in a file, so that a monitor can read it without the token. */
final class StatsNote {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Plumbing plumbing;
    private final Switchboard switchboard;
    private final StateFile file;
    private Map<String, String> noted = Map.of();

    StatsNote(Plumbing plumbing, Switchboard switchboard, ForwarderFolder folder) {
        this.plumbing = plumbing;
        this.switchboard = switchboard;
        this.file = new StateFile(folder.stats());
    }

    /** Notes each second from now on, but without connections only what changed: at rest it leaves the disk alone. */
    void begin() {
        plumbing.loop().after(PERIOD, this::note);
    }

    private void note() {
        begin();
        Map<String, String> fields = ForwarderStats.fields(switchboard, plumbing.tally());
        boolean resting = switchboard.open().values().stream().allMatch(open -> open == 0);
        if (resting && fields.equals(noted)) {
            return;
        }
        Map<String, String> dated = new LinkedHashMap<>(fields);
        dated.put("at", plumbing.clock().instant().toString());
        try {
            file.write(dated);
            noted = fields;
        } catch (IOException e) {
            plumbing.log().line("cannot note the counts: " + e.getMessage());
        }
    }
}
