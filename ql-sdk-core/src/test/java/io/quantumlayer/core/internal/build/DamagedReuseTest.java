package io.quantumlayer.core.internal.build;

import static io.quantumlayer.core.internal.build.Workshop.recipe;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.generator.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is wrong with an earlier build or its record leads to a new build that says so, and is mended by it. */
@Timeout(180)
class DamagedReuseTest {
    private static final Recipe RECIPE = recipe("out", "mkdir out; echo built >out/file");

    @TempDir
    Path home;

    private Workshop shop;
    private Digest source;
    private int number;

    @BeforeEach
    void open() {
        shop = Workshop.reusing(home, Workshop.installed(), Map.of());
        source = shop.source("src/main.txt", "source\n");
    }

    @AfterEach
    void close() {
        for (int i = 1; i <= number; i++) {
            shop.builder.discard(call(i));
        }
        shop.close();
    }

    /** Something that happens to what an earlier build has left. */
    enum Damage {
        ARTIFACT_CHANGED("artifact or log is missing or is not what its digest says"),
        ARTIFACT_GREW("artifact or log is missing or is not what its digest says"),
        ARTIFACT_GONE("artifact or log is missing or is not what its digest says"),
        ARTIFACT_EXECUTABLE("artifact or log is missing or is not what its digest says"),
        ARTIFACT_IS_A_LINK("artifact or log is missing or is not what its digest says"),
        LOG_GONE("artifact or log is missing or is not what its digest says"),
        RECORD_CUT("record cannot be read"),
        RECORD_EMPTY("record cannot be read"),
        RECORD_IS_A_LINK("record cannot be read"),
        RECORD_IS_A_FOLDER("record cannot be read"),
        RECORD_ENDLESS("record cannot be read"),
        RECORD_WITHOUT_TIME("record cannot be read"),
        RECORD_WITH_NO_DIGEST("record cannot be read"),
        RECORD_OF_ANOTHER_KEY("record is of something else"),
        RECORD_OF_ANOTHER_SOURCE("record is of something else"),
        RECORD_OF_A_REUSE("record is of something else"),
        RECORD_WITH_ANOTHER_ARTIFACT("artifact or log is missing or is not what its digest says"),
        RECORD_WITH_CONTROLS("record holds control characters"),
        RECORD_FROM_TOMORROW("yet to come"),
        RECORD_TOO_OLD("longer ago than PT720H");

        private final String objection;

        Damage(String objection) {
            this.objection = objection;
        }
    }

    @ParameterizedTest
    @EnumSource
    void damageIsSeenToldAndMended(Damage damage) throws IOException {
        BuiltArtifact first = build();
        assertThat(build().reused()).isPresent();

        inflict(damage, first);
        BuiltArtifact anew = build();

        assertThat(anew.reused()).isEmpty();
        assertThat(anew.digest()).isEqualTo(first.digest());
        assertThat(shop.artifacts.open(anew.digest()).resolve("file")).hasContent("built\n");
        assertThat(anew.notes().get(0)).isEqualTo("1 build command ended with exit code 0");
        assertThat(anew.notes())
                .last()
                .asString()
                .startsWith("built anew, since an earlier build could not be reused: ")
                .contains(damage.objection);
        BuiltArtifact mended = build();
        assertThat(mended.reused()).isPresent();
        assertThat(mended.notes()).isEqualTo(first.notes());
    }

    @Test
    void whoBuildsAgainGetsWhatIsBuiltAndNotWhatADamagedStoreHolds() throws IOException {
        inflict(Damage.ARTIFACT_CHANGED, build());
        try (Workshop other = new Workshop(home, true)) {
            BuiltArtifact anew =
                    other.await(call(++number), source, RECIPE).value().orElseThrow();
            assertThat(other.artifacts.open(anew.digest()).resolve("file")).hasContent("built\n");
        }
    }

    @Test
    void aHostThatDiesBeforeItsResultStandsFindsItAllTheSame() throws IOException {
        CallContext call = call(++number);
        BuiltArtifact first = shop.await(call, source, RECIPE).value().orElseThrow();
        // As it is right after the record was kept: everything but the result.
        Path folder = home.resolve("builds").resolve(call.idempotencyKey());
        Files.delete(folder.resolve("result"));
        Files.writeString(record().resolveSibling("draft-4711"), "{\"key\":");

        try (Workshop next = Workshop.reusing(home, Workshop.installed(), Map.of())) {
            assertThat(next.await(call, source, RECIPE).value().orElseThrow().digest())
                    .isEqualTo(first.digest());
        }
        assertThat(build().reused()).isPresent();
    }

    @Test
    void whatAWriterThatDiedHasLeftIsTidiedLater() throws IOException {
        build();
        Path draft = Files.writeString(record().resolveSibling("draft-4711"), "{\"key\":");
        Path old = Files.writeString(record().resolveSibling("draft-4712"), "{\"key\":");
        Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));

        shop.await(call(++number), shop.source("other", "source\n"), RECIPE);

        assertThat(draft).exists();
        assertThat(old).doesNotExist();
    }

    private void inflict(Damage damage, BuiltArtifact built) throws IOException {
        Path artifact = shop.artifacts.open(built.digest());
        Path file = artifact.resolve("file");
        switch (damage) {
            case ARTIFACT_CHANGED -> {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
                Files.writeString(file, "hacked\n".substring(0, 6));
            }
            case ARTIFACT_GREW -> {
                writable(artifact);
                Files.writeString(artifact.resolve("more"), "x");
            }
            case ARTIFACT_EXECUTABLE ->
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            case ARTIFACT_GONE -> remove(artifact);
            case ARTIFACT_IS_A_LINK -> {
                Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
                Files.writeString(elsewhere.resolve("file"), "built\n");
                remove(artifact);
                Files.createSymbolicLink(artifact, elsewhere);
            }
            case LOG_GONE -> remove(shop.artifacts.open(built.log()));
            default -> spoil(damage, record());
        }
    }

    private void spoil(Damage damage, Path record) throws IOException {
        String text = Files.readString(record);
        switch (damage) {
            case RECORD_CUT -> Files.writeString(record, text.substring(0, text.length() / 2));
            case RECORD_EMPTY -> Files.writeString(record, "");
            case RECORD_IS_A_LINK -> {
                Path elsewhere = Files.writeString(home.resolve("elsewhere"), text);
                Files.delete(record);
                Files.createSymbolicLink(record, elsewhere);
            }
            case RECORD_IS_A_FOLDER -> {
                Files.delete(record);
                Files.createDirectory(record);
                Files.writeString(record.resolve("file"), text);
            }
            case RECORD_ENDLESS -> Files.writeString(record, text + " ".repeat(1 << 20));
            case RECORD_WITHOUT_TIME -> Files.writeString(record, text.replaceAll("\"at\":\"[^\"]*\",", ""));
            case RECORD_WITH_NO_DIGEST -> Files.writeString(record, text.replaceFirst("\"digest\":\"sha256:..", "$0_"));
            case RECORD_OF_ANOTHER_KEY ->
                Files.writeString(
                        record,
                        text.replace(
                                record.getFileName().toString(), Digest.of("x").hex()));
            case RECORD_OF_ANOTHER_SOURCE ->
                Files.writeString(
                        record, text.replace(source.hex(), Digest.of("x").hex()));
            case RECORD_OF_A_REUSE ->
                Files.writeString(
                        record,
                        text.replaceFirst(
                                "(\"notes\":\\[[^\\]]*\\])",
                                "$1,\"reused\":{\"at\":\"2020-01-01T00:00:00Z\"," + "\"run\":\"x\"}"));
            case RECORD_WITH_ANOTHER_ARTIFACT ->
                Files.writeString(
                        record, text.replaceFirst("\"digest\":\"sha256:[0-9a-f]*", "\"digest\":\"" + Digest.of("x")));
            case RECORD_WITH_CONTROLS ->
                Files.writeString(record, text.replace("exit code 0", "exit\\u001b[2J code 0"));
            case RECORD_FROM_TOMORROW -> Files.writeString(record, at(text, "2999-01-01T00:00:00Z"));
            case RECORD_TOO_OLD -> Files.writeString(record, at(text, "2020-01-01T00:00:00Z"));
            default -> throw new AssertionError(damage);
        }
    }

    private static String at(String text, String time) {
        return text.replaceFirst("\"at\":\"[^\"]*\"", "\"at\":\"" + time + "\"");
    }

    private static void writable(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void remove(Path tree) throws IOException {
        writable(tree);
        try (Stream<Path> files = Files.list(tree)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(tree);
    }

    private BuiltArtifact build() {
        return shop.await(call(++number), source, RECIPE).value().orElseThrow();
    }

    private static CallContext call(int number) {
        RunId run = new RunId(new ApplicationId("tenant", "app"), "r".repeat(26));
        return CallContext.of(run, Workshop.KEY + "-d" + number, Instant.MAX, Clock.systemUTC());
    }

    private Path record() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("builds/passed/tenant"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("draft-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
