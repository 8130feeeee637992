package io.quantumlayer.security.internal.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.security.internal.inventory.Gathering.Named;
import io.quantumlayer.security.inventory.Ecosystem;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lock files of yarn: the classic one and the one in YAML. They do not say what is for development. */
final class YarnLock implements LockFormat {
    private static final Pattern HEAD = Pattern.compile("\"?((?:@[^/@\"]{1,214}/)?[^/@\"]{1,214})@([^\",]{0,400}).*:");
    private static final Pattern VERSION = Pattern.compile(" {2}version \"?([^\"]{1,200})\"?");
    private static final Pattern ALIAS = Pattern.compile("npm:((?:@[^/@]{1,214}/)?[^/@]{1,214})@.*");
    private static final Pattern RESOLUTION = Pattern.compile("((?:@[^/@]{1,214}/)?[^/@]{1,214})@npm:(.{1,200})");

    @Override
    public boolean reads(String path) {
        return LockFormat.name(path).equals("yarn.lock");
    }

    @Override
    public void read(LockFile file, Gathering out) throws MalformedLock {
        if (file.text().contains("\n__metadata:")) {
            modern(file, out);
        } else if (file.text().contains("# yarn lockfile v1")) {
            classic(file, out);
        } else {
            throw new MalformedLock("it says of which version it is nowhere");
        }
    }

    private static void modern(LockFile file, Gathering out) throws MalformedLock {
        for (Map.Entry<String, JsonNode> entry : Trees.yaml(file).properties()) {
            Matcher resolution =
                    RESOLUTION.matcher(entry.getValue().path("resolution").asText());
            if (resolution.matches()) {
                int line = file.lineOf(entry.getKey());
                out.add(file, line, new Named(Ecosystem.NPM, resolution.group(1), resolution.group(2), false));
            }
        }
    }

    private static void classic(LockFile file, Gathering out) {
        String name = "";
        int number = 0;
        int head = 0;
        for (String line : (Iterable<String>) file.text().lines()::iterator) {
            number++;
            Matcher begins = HEAD.matcher(line);
            Matcher version = VERSION.matcher(line);
            if (!line.startsWith(" ") && !line.startsWith("#") && begins.matches()) {
                Matcher alias = ALIAS.matcher(begins.group(2));
                name = alias.matches() ? alias.group(1) : begins.group(1);
                head = number;
            } else if (version.matches() && !name.isEmpty()) {
                out.add(file, head, new Named(Ecosystem.NPM, name, version.group(1), false));
                name = "";
            }
        }
    }
}
