package io.quantumlayer.security.internal.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.security.internal.inventory.Gathering.Named;
import io.quantumlayer.security.inventory.Ecosystem;
import java.util.regex.Pattern;

/** Reads the description of a package that lies installed in {@code node_modules}. */
final class NodePackage implements LockFormat {
    private static final Pattern PATH = Pattern.compile("(?:.*/)?node_modules/(?:@[^/]+/)?[^/@.][^/]*/package\\.json");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,20}\\.[0-9A-Za-z.+-]{1,200}");

    @Override
    public boolean reads(String path) {
        return PATH.matcher(path).matches();
    }

    @Override
    public void read(LockFile file, Gathering out) throws MalformedLock {
        JsonNode described = Trees.json(file);
        String name = described.path("name").asText();
        String version = described.path("version").asText();
        if (name.isEmpty() || !VERSION.matcher(version).matches()) {
            out.gap(file.path() + ": an installed package without a name or version");
            return;
        }
        out.add(file, 0, new Named(Ecosystem.NPM, name, version, false));
    }
}
