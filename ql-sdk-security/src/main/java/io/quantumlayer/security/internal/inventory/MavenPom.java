package io.quantumlayer.security.internal.inventory;

import io.quantumlayer.security.internal.inventory.Gathering.Named;
import io.quantumlayer.security.inventory.Ecosystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a {@code pom.xml} names itself. What those artifacts need, and what a parent or an imported BOM manages,
 * is not in the file, and every such file is a gap.
 */
final class MavenPom implements LockFormat {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([A-Za-z0-9_.-]{1,200})}");
    private static final int ROUNDS = 5;

    @Override
    public boolean reads(String path) {
        return LockFormat.name(path).equals("pom.xml");
    }

    @Override
    public void read(LockFile file, Gathering out) throws MalformedLock {
        PomText pom = PomText.of(file.text());
        Map<String, String> properties = new HashMap<>(pom.properties());
        pom.coordinates().forEach((name, value) -> properties.put("project." + name, value));
        pom.parent().forEach((name, value) -> {
            properties.put("project.parent." + name, value);
            properties.putIfAbsent("project." + name, value);
        });
        Map<String, String> managed = new HashMap<>();
        for (Map<String, String> dependency : pom.managed()) {
            managed.put(name(dependency, properties), dependency.getOrDefault("version", ""));
        }
        List<String> unknown = new ArrayList<>();
        for (Map<String, String> dependency : pom.dependencies()) {
            String name = name(dependency, properties);
            String version = resolved(dependency.getOrDefault("version", managed.getOrDefault(name, "")), properties);
            boolean test = dependency.getOrDefault("scope", "").equals("test");
            if (version.isEmpty() || version.contains("${") || version.matches("[\\[(].*") || name.contains("${")) {
                unknown.add(name);
            } else {
                int line = file.lineOf(dependency.getOrDefault("artifactId", "?"));
                out.add(file, line, new Named(Ecosystem.MAVEN, name, version, test));
            }
        }
        if (!unknown.isEmpty()) {
            out.gap(file.path() + ": the versions of " + unknown + " are set elsewhere");
        }
        if (!pom.dependencies().isEmpty() || !pom.parent().isEmpty()) {
            out.gap(file.path() + ": what its dependencies need is not in it;"
                    + " mvn dependency:list -DoutputFile=target/dependency-list.txt writes it");
        }
    }

    private static String name(Map<String, String> dependency, Map<String, String> properties) {
        return resolved(
                dependency.getOrDefault("groupId", "") + ":" + dependency.getOrDefault("artifactId", ""), properties);
    }

    private static String resolved(String text, Map<String, String> properties) {
        String resolved = text;
        for (int round = 0; round < ROUNDS && resolved.contains("${") && resolved.length() < 1000; round++) {
            resolved = PROPERTY.matcher(resolved)
                    .replaceAll(
                            found -> Matcher.quoteReplacement(properties.getOrDefault(found.group(1), found.group())));
        }
        return resolved;
    }
}
