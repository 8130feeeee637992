package io.quantumlayer.core.internal.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.core.internal.artifact.TreeScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnoreRulesTest {
    @TempDir
    Path folder;

    @Test
    void patternsHoldBelowTheirFolderAndCanBeTakenBack() throws IOException {
        write(".gitignore", "*.log\n/build/\n!keep.log\n# a comment\ndocs/**/draft.md\n");
        write("a.log", "");
        write("keep.log", "");
        write("build/x", "");
        write("sub/build/x", "");
        write("sub/.gitignore", "secret.txt\n!a.log\n");
        write("sub/a.log", "");
        write("sub/secret.txt", "");
        write("secret.txt", "");
        write("docs/one/two/draft.md", "");
        assertThat(taken(folder, folder))
                .containsExactlyInAnyOrder(
                        ".gitignore", "keep.log", "sub/build/x", "sub/.gitignore", "sub/a.log", "secret.txt");
    }

    @Test
    void aPatternWithManyAsterisksIsMatchedAtOnce() throws IOException {
        write(".gitignore", "report.[0-9]*.[!a]*.*.?*.json\n!*keep*e*e*p*\n" + "*a".repeat(60) + "\nx*y*z*w*v/\n");
        write("report.1.2.3.4.json", "");
        write("deep/report.12.34.56.7.json", "");
        write("report.1.2.json", "");
        write("report.1.2.3.4.json.keepeep", "");
        write("a".repeat(200) + "b", "");
        write("a".repeat(200), "");
        write("xyzwv/file", "");
        write("sub/xyzwv", "");
        assertThat(taken(folder, folder))
                .containsExactlyInAnyOrder(
                        ".gitignore",
                        "report.1.2.json",
                        "report.1.2.3.4.json.keepeep",
                        "a".repeat(200) + "b",
                        "sub/xyzwv");
    }

    @Test
    void manyAsterisksInARowAreOne() throws IOException {
        write(".gitignore", "*".repeat(46) + ".log\ndocs/**/a***b\n\\***end\n");
        write("a".repeat(200), "");
        write("a.log", "");
        write("docs/x/y/a-b", "");
        write("*-end", "");
        write("-end", "");
        assertThat(taken(folder, folder)).containsExactlyInAnyOrder(".gitignore", "a".repeat(200), "-end");
    }

    @Test
    void aPatternNobodyFindsAWayThroughIsRefused() throws IOException {
        write(".gitignore", "/logs/*a*a*a*a*a\n");
        write("logs/aaaa", "");
        assertThatThrownBy(() -> taken(folder, folder))
                .hasMessageContaining("/logs/*a*a*a*a*a")
                .hasMessageContaining("more than three asterisks");
        write(".gitignore", "a/**/b/**/c/**/d/**/e\n");
        assertThatThrownBy(() -> taken(folder, folder)).hasMessageContaining("'**'");
    }

    @Test
    void aSubfolderObeysTheRulesOfItsCheckout() throws IOException {
        write(".gitignore", "*.log\nservices/one/local.txt\n");
        write("services/one/app.py", "");
        write("services/one/local.txt", "");
        write("services/one/deep/a.log", "");
        assertThat(taken(folder.resolve("services/one"), folder)).containsExactly("app.py");
    }

    @Test
    void aFolderThatItsCheckoutIgnoresIsTakenWhenItIsGiven() throws IOException {
        write(".gitignore", "dist/\n*.log\n");
        write("dist/site/index.html", "");
        assertThat(taken(folder.resolve("dist/site"), folder)).containsExactly("index.html");
        assertThat(taken(folder, folder)).containsExactly(".gitignore");
    }

    @Test
    void whatGitAndPackageManagersKeepIsNeverTaken() throws IOException {
        write(".git/HEAD", "");
        write("sub/.git", "gitdir: elsewhere");
        write("node_modules/a/index.js", "");
        write("sub/.venv/bin/python", "");
        write("__pycache__/a.pyc", "");
        write("app.py", "");
        write(".gitignore", "!node_modules\n!.git\n");
        assertThat(taken(folder, folder)).containsExactlyInAnyOrder(".gitignore", "app.py");
    }

    private static Set<String> taken(Path folder, Path top) {
        return TreeScan.files(folder, IgnoreRules.of(folder, top)).keySet();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
