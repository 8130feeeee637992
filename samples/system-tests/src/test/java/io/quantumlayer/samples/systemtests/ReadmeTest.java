package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
    private static final String HEAD = """
            import io.quantumlayer.api.*;
            import io.quantumlayer.api.plan.*;
            import io.quantumlayer.core.*;
            import io.quantumlayer.journal.jdbc.*;
            import java.nio.file.*;
            import java.time.*;
            class Snippet {
                static void run(Path home) throws Exception {
            """;

    @TempDir
    Path out;

    @Test
    void theSnippetCompiles() throws IOException {
        String readme = Files.readString(Path.of("..", "..", "README.md"));
        int begin = readme.indexOf("```java", readme.indexOf("<!-- snippet -->")) + "```java".length();
        String code = HEAD + readme.substring(begin, readme.indexOf("```", begin)) + "}}";

        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<String> options = List.of("-proc:none", "-d", out.toString(), "-cp", classPath());
        boolean compiled = compiler.getTask(null, null, problems, options, null, List.of(new Text(code)))
                .call();
        assertThat(compiled).as(problems.getDiagnostics().toString()).isTrue();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** A source held in memory. */
    private static final class Text extends SimpleJavaFileObject {
        private final String code;

        Text(String code) {
            super(URI.create("string:///Snippet.java"), Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
