package io.quantumlayer.security.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate that refuses good sources would be switched off: what people write in place of secrets raises no alarm. */
final class FalseAlarmTest {
    private static final Path CORPUS =
            Path.of("src/test/resources/io/quantumlayer/security/internal/source/placeholders");

    @TempDir
    Path root;

    @Test
    void placeholders_references_and_names_of_secrets_raise_no_alarm() throws IOException {
        List<Path> files;
        try (Stream<Path> corpus = Files.list(CORPUS)) {
            files = corpus.sorted(Comparator.naturalOrder()).toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
            Files.copy(file, root.resolve(name.equals("env.example") ? ".env" : name));
        }

        assertThat(files).hasSizeGreaterThan(5);
        assertThat(Scans.severe(Scans.scan(root))).isEmpty();
    }

    @Test
    void this_module_itself_raises_no_alarm() {
        assertThat(Scans.severe(Scans.scan(Path.of("src"))))
                .extracting(finding -> finding.location().toString())
                .isEmpty();
    }
}
