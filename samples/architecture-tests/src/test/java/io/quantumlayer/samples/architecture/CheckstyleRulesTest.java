package io.quantumlayer.samples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import com.puppycrawl.tools.checkstyle.api.Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the build's own Checkstyle file on sources whose lines say which rule they break. */
class CheckstyleRulesTest {

    private static final Pattern MARK = Pattern.compile(">>(\\w+)");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} breaks exactly what it says")
    @CsvSource({
        "MainCode.java, ql-sdk-core/src/main/java/x/internal",
        "PublicCode.java, ql-sdk-core/src/main/java/x",
        "TestCode.java, ql-sdk-core/src/test/java/x",
        "CleanCode.java, ql-sdk-core/src/main/java/x",
        "ExitMain.java, ql-sdk-core/src/main/java/x/internal",
    })
    void breaksExactlyWhatItSays(String fixture, String place) throws IOException, CheckstyleException {
        String source = read("/checkstyle/" + fixture);

        assertThat(breaches(place(place, fixture, source))).containsExactlyInAnyOrderElementsOf(marked(source));
    }

    @Test
    void limitsAFileTo400Lines() throws IOException, CheckstyleException {
        String lines = "// a line\n".repeat(400);

        assertThat(breaches(place("a/src/test/java/x", "Long.java", lines))).isEmpty();
        assertThat(breaches(place("a/src/test/java/x", "Long.java", lines + "// one more\n")))
                .containsExactly("1 FileLength");
    }

    @Test
    void asksEachPackageForItsDescription() throws IOException, CheckstyleException {
        Path alone = folder.resolve("a/src/main/java/y/Alone.java");
        Files.createDirectories(alone.getParent());
        Files.writeString(alone, "package y;\n\n/** Alone. */\nfinal class Alone {}\n");

        assertThat(breaches(alone)).containsExactly("1 JavadocPackage");
    }

    private Path place(String place, String name, String source) throws IOException {
        Path file = folder.resolve(place).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file.resolveSibling("package-info.java"), "/** Described. */\npackage x;\n");
        return Files.writeString(file, source);
    }

    private static List<String> marked(String source) {
        List<String> marks = new ArrayList<>();
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = MARK.matcher(lines.get(i));
            while (matcher.find()) {
                marks.add(i + 1 + " " + matcher.group(1));
            }
        }
        return marks;
    }

    private static List<String> breaches(Path file) throws CheckstyleException {
        Configuration rules = ConfigurationLoader.loadConfiguration(
                Reactor.ofThisBuild()
                        .root()
                        .resolve("config/checkstyle/checkstyle.xml")
                        .toString(),
                new PropertiesExpander(new Properties()));
        Recorder recorder = new Recorder();
        Checker checker = new Checker();
        checker.setModuleClassLoader(Checker.class.getClassLoader());
        checker.configure(rules);
        checker.addListener(recorder);
        checker.process(List.of(file.toFile()));
        checker.destroy();
        return recorder.breaches;
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(CheckstyleRulesTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Writes down line and rule of each breach. */
    private static final class Recorder implements AuditListener {

        private final List<String> breaches = new ArrayList<>();

        @Override
        public void addError(AuditEvent event) {
            String check = event.getSourceName().replaceAll(".*\\.|Check$", "");
            breaches.add(event.getLine() + " " + (event.getModuleId() == null ? check : event.getModuleId()));
        }

        @Override
        public void addException(AuditEvent event, Throwable cause) {
            throw new IllegalStateException(event.getFileName(), cause);
        }

        @Override
        public void auditStarted(AuditEvent event) {}

        @Override
        public void auditFinished(AuditEvent event) {}

        @Override
        public void fileStarted(AuditEvent event) {}

        @Override
        public void fileFinished(AuditEvent event) {}
    }
}
