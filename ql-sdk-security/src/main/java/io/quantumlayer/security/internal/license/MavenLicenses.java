package io.quantumlayer.security.internal.license;

import io.quantumlayer.security.inventory.FoundPackage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the POM in a package's own jar says, else the one in a local Maven repository and its parents there. */
final class MavenLicenses implements LicenseSource {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,200}");
    private static final int PARENTS = 10;

    private final Path root;
    private final Optional<Path> repository;
    private final Map<String, Map<String, String>> jars = new HashMap<>();

    MavenLicenses(Path root, Optional<Path> repository) {
        this.root = root;
        this.repository = repository;
    }

    @Override
    public Optional<LicenseExpression> of(FoundPackage found) {
        String path = found.location().path();
        int inner = path.indexOf("!/");
        String jar = inner < 0 ? path : path.substring(0, inner);
        if (jar.endsWith(".jar") || jar.endsWith(".war")) {
            String pom =
                    jars.computeIfAbsent(jar, each -> JarPoms.in(root, each)).get(found.name());
            Optional<LicenseExpression> own =
                    Optional.ofNullable(pom).flatMap(PomLicenses::of).flatMap(PomLicenses::stated);
            if (own.isPresent()) {
                return own;
            }
        }
        int colon = found.name().indexOf(':');
        return repository.isEmpty() || colon < 0
                ? Optional.empty()
                : inRepository(found.name().substring(0, colon), found.name().substring(colon + 1), found.version());
    }

    private Optional<LicenseExpression> inRepository(String group, String artifact, String version) {
        String[] at = {group, artifact, version};
        for (int i = 0; i < PARENTS; i++) {
            Optional<PomLicenses> pom = pom(at);
            if (pom.isEmpty()) {
                return Optional.empty();
            }
            Map<String, String> parent = pom.get().parent();
            if (!pom.get().licenses().isEmpty() || parent.isEmpty()) {
                return pom.get().stated();
            }
            at = new String[] {
                parent.getOrDefault("groupId", ""),
                parent.getOrDefault("artifactId", ""),
                parent.getOrDefault("version", "")
            };
        }
        return Optional.empty();
    }

    private Optional<PomLicenses> pom(String[] at) {
        for (String word : at) {
            if (!WORD.matcher(word).matches() || word.contains("..")) {
                return Optional.empty();
            }
        }
        String path = at[0].replace('.', '/') + "/" + at[1] + "/" + at[2] + "/" + at[1] + "-" + at[2] + ".pom";
        return repository
                .flatMap(folder -> Reading.text(folder, path, Reading.SMALL))
                .flatMap(PomLicenses::of);
    }
}
