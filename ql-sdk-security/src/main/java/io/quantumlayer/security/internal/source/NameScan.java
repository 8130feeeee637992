package io.quantumlayer.security.internal.source;

import io.quantumlayer.security.internal.scan.Findings;
import io.quantumlayer.security.internal.scan.Findings.Place;
import io.quantumlayer.security.internal.scan.Patience;
import io.quantumlayer.security.internal.source.TextRule.Hit;
import java.util.List;

/** Looks at the path of each file and folder: what its name is known for, its characters, and secrets within it. */
final class NameScan {
    private static final String MASK = "***";

    private final FileRules names;
    private final TextRules contents;
    private final Patience patience;
    private final Findings findings;

    NameScan(FileRules names, TextRules contents, Patience patience, Findings findings) {
        this.names = names;
        this.contents = contents;
        this.patience = patience;
        this.findings = findings;
    }

    /** Reports what a path tells, and gives the place by which everything else about it is reported. */
    Place look(String path, boolean folder) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        List<Hit> secrets = new TextSearch(contents, new SourceText("", path, false), patience).run();
        Place place = new Place(path, NameCheck.shown(masked(path, secrets)));
        for (Hit secret : secrets) {
            findings.add(secret.rule().rule(), place, path.substring(secret.start(), secret.end()));
        }
        NameCheck.judge(name).ifPresent(danger -> findings.add(danger.rule(), place, ""));
        names.find(path, folder).ifPresent(rule -> findings.add(rule, place, ""));
        return place;
    }

    private static String masked(String path, List<Hit> secrets) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Hit secret : secrets) {
            text.append(path, from, secret.start()).append(MASK);
            from = secret.end();
        }
        return text.append(path.substring(from)).toString();
    }
}
