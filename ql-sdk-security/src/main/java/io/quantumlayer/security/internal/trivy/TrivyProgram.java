package io.quantumlayer.security.internal.trivy;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.security.internal.program.UntrustedAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The program that was set, and what it is asked.
 *
 * @param path where it is
 * @param sha256 the digest it must have, in hexadecimal
 * @param database the folder that holds {@code db/trivy.db}, without which no packages are judged
 * @param limit how long it may take
 */
record TrivyProgram(Path path, String sha256, Optional<Path> database, Duration limit) {
    /** Copies the program and checks the copy, which nobody can exchange before it runs. */
    Path pinned(Path folder) throws IOException, UntrustedAnswer {
        Path copy = folder.resolve("trivy");
        MessageDigest digest = Digest.sha256();
        try (InputStream in = Files.newInputStream(path);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(copy), digest)) {
            in.transferTo(out);
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(sha256)) {
            throw new UntrustedAnswer(
                    "the program " + path + " is not the one that is pinned: its SHA-256 is " + found);
        }
        if (!copy.toFile().setExecutable(true, false)) {
            throw new IOException("the copy of " + path + " cannot be made executable");
        }
        return copy;
    }

    /** The command over {@code src} of a folder. */
    List<String> command(Path program, Path folder) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "filesystem",
                "--scanners",
                database.isPresent() ? "vuln,misconfig,secret" : "misconfig,secret",
                "--format",
                "json",
                "--output",
                folder.resolve("answer.json").toString(),
                "--cache-dir",
                database.orElse(folder.resolve("cache")).toString(),
                "--cache-backend",
                "memory",
                "--ignorefile",
                folder.resolve("no-exceptions").toString(),
                "--secret-config",
                folder.resolve("no-rules").toString(),
                "--timeout",
                limit.plusSeconds(1).toSeconds() + "s",
                "--quiet",
                "--offline-scan",
                "--skip-version-check",
                "--skip-check-update"));
        if (database.isPresent()) {
            command.addAll(
                    List.of("--skip-db-update", "--skip-java-db-update", "--list-all-pkgs", "--include-dev-deps"));
        }
        command.add(folder.resolve("src").toString());
        return command;
    }
}
