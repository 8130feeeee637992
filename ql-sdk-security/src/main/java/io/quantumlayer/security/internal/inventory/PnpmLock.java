package io.quantumlayer.security.internal.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.security.internal.inventory.Gathering.Named;
import io.quantumlayer.security.inventory.Ecosystem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lock files of pnpm, versions 5 to 9. */
final class PnpmLock implements LockFormat {
    private static final Pattern FORMAT = Pattern.compile("'?([5-9])(\\.[0-9]+)?'?");
    private static final Pattern OLD_KEY =
            Pattern.compile("/((?:@[^/@]{1,214}/)?[^/@]{1,214})/([0-9][^/_(]{0,200})(?:[_(].*)?");
    private static final Pattern KEY =
            Pattern.compile("/?((?:@[^/@]{1,214}/)?[^/@]{1,214})@([0-9][^/(]{0,200})(?:\\(.*)?");

    @Override
    public boolean reads(String path) {
        return LockFormat.name(path).equals("pnpm-lock.yaml");
    }

    @Override
    public void read(LockFile file, Gathering out) throws MalformedLock {
        JsonNode lock = Trees.yaml(file);
        Matcher format = FORMAT.matcher(lock.path("lockfileVersion").asText());
        if (!format.matches()) {
            throw new MalformedLock("its lockfileVersion is none of 5 to 9");
        }
        boolean old = format.group(1).equals("5");
        boolean flagged = !lock.path("snapshots").isObject();
        Set<String> running = flagged ? Set.of() : new PnpmReach(lock).running();
        for (Map.Entry<String, JsonNode> entry : lock.path("packages").properties()) {
            Optional<Named> named = named(old ? OLD_KEY : KEY, entry.getKey());
            if (named.isEmpty()) {
                out.gap(file.path() + ": a package comes from no registry, so its version is unknown");
                continue;
            }
            boolean development =
                    flagged ? entry.getValue().path("dev").asBoolean() : !running.contains(entry.getKey());
            Named found =
                    new Named(Ecosystem.NPM, named.get().name(), named.get().version(), development);
            out.add(file, file.lineOf(entry.getKey()), found);
        }
    }

    private static Optional<Named> named(Pattern pattern, String key) {
        Matcher matcher = pattern.matcher(key);
        return matcher.matches()
                ? Optional.of(new Named(Ecosystem.NPM, matcher.group(1), matcher.group(2), false))
                : Optional.empty();
    }
}
