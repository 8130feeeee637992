package io.quantumlayer.security.internal.source;

import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.Severity;

/** What is dangerous by its kind, not by its name or words, and so stands in no table. */
enum Danger {
    LINK("file.link", Severity.MEDIUM, "a link, which was not followed; put what it points to in its place"),
    LINK_OUTSIDE(
            "file.link-outside",
            Severity.HIGH,
            "a link that leads out of the source; it was not followed; put what it points to in its place"),
    SPECIAL("file.special", Severity.HIGH, "neither file nor folder (device, pipe or socket); remove it"),
    SET_ID("file.set-id", Severity.HIGH, "runs with the rights of its owner, not of who starts it; remove that mode"),
    EXECUTABLE("file.executable", Severity.HIGH, "a compiled program, which nobody can review; build it from source"),
    COMPILED("file.compiled", Severity.MEDIUM, "compiled code, which nobody can review; build it from source"),
    KEY_STORE("file.key-store", Severity.HIGH, "a Java key store; take it out of the source and bind what it holds"),
    NAME_HOSTILE(
            "name.hostile", Severity.HIGH, "its name holds characters that mislead programs or readers; rename it"),
    NAME_UNPORTABLE("name.unportable", Severity.MEDIUM, "its name means something else on other systems; rename it"),
    NAME_OPTION("name.option", Severity.MEDIUM, "its name starts like an option of a command; rename it"),
    NAME_TWIN("name.twin", Severity.MEDIUM, "its name differs from its neighbour's only by case; rename it"),
    UNREADABLE("coverage.unreadable", Severity.HIGH, "it could not be read, so nothing is known of it; let it be read"),
    BOMB(
            "coverage.bomb",
            Severity.HIGH,
            "an archive that unpacks to more than is looked at, so its rest was not judged; remove it"),
    CROWDED(
            "coverage.crowded",
            Severity.HIGH,
            "it begins secrets more densely than any source does, so its rest was not judged; remove it");

    private final String id;
    private final Severity severity;
    private final String message;

    Danger(String id, Severity severity, String message) {
        this.id = id;
        this.severity = severity;
        this.message = message;
    }

    Rule rule() {
        return Rule.of(id, severity, message);
    }
}
