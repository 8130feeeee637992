package io.quantumlayer.core.internal.recognize;

import static org.assertj.core.api.Assertions.assertThat;

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
