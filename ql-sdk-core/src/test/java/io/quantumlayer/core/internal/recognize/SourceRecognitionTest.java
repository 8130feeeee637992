package io.quantumlayer.core.internal.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.core.internal.analyze.RuleAnalyzer;
import io.quantumlayer.core.internal.artifact.FileArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRecognitionTest {
    private static final String POM = "<project><artifactId>a</artifactId>%s</project>";
    private static final String PLUGIN =
            "<build><plugins><plugin><artifactId>%s</artifactId></plugin></plugins></build>";
    private static final String MAIN = "class A { public static void main(String[] args) {} }";

    private final SourceRecognition recognition = new SourceRecognition(tool -> Optional.empty());

    @TempDir
    Path temp;

    private Path folder;
    private ArtifactStore artifacts;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectories(temp.resolve("source"));
        artifacts = FileArtifactStore.open(temp.resolve("artifacts"));
    }

    @Test
    void springBootIsToldItsPortAndProbedWhereActuatorAnswers() throws IOException {
        write(
                "pom.xml",
                POM.formatted(PLUGIN.formatted("spring-boot-maven-plugin")
                        + "<dependencies><dependency><artifactId>spring-boot-starter-actuator</artifactId></dependency>"
                        + "</dependencies>"));
        assertThat(analyzed(plan())).isEqualTo("java spring-boot");
        assertThat(run(plan())).contains("{java}").contains("--server.port=\"$PORT\"");
        assertThat(recipe(plan()).probes().get(0).path()).isEqualTo("/actuator/health");
        assertThat(recipe(plan()).build().get(0).fetches()).isTrue();
        assertThat(recipe(plan()).build().get(1).fetches()).isFalse();
    }

    @Test
    void quarkusIsToldItsPort() throws IOException {
        write("pom.xml", POM.formatted(PLUGIN.formatted("quarkus-maven-plugin")));
        assertThat(analyzed(plan())).isEqualTo("java quarkus");
        assertThat(run(plan())).contains("-Dquarkus.http.port=\"$PORT\"");
    }

    @Test
    void ofSeveralModulesTheOneWithAMainClassIsStarted() throws IOException {
        write(
                "pom.xml",
                POM.formatted("<packaging>pom</packaging><modules><module>lib</module><module>web</module>"
                        + "<module>../outside</module></modules>"));
        write("lib/pom.xml", POM.formatted(""));
        write("web/pom.xml", POM.formatted(""));
        write("web/src/main/java/a/A.java", "package a; public " + MAIN);
        assertThat(run(plan())).endsWith(" a.A");
        write("lib/src/main/java/B.java", "public class B { public static void main(String[] args) {} }");
        assertThatThrownBy(() -> recipe(plan()))
                .hasMessageContaining("lib/pom.xml, web/pom.xml")
                .hasMessageContaining("command");
    }

    @Test
    void whatGradleBuildsIsNotCompiledWithoutItsLibraries() throws IOException {
        write("build.gradle.kts", "plugins { application }");
        write("src/main/java/A.java", "public " + MAIN);
        assertThatThrownBy(() -> recipe(plan()))
                .hasMessageContaining("build.gradle.kts")
                .hasMessageContaining("only Maven");
    }

    @Test
    void aProjectFileWithADocumentTypeIsRefused() throws IOException {
        write("pom.xml", "<!DOCTYPE project [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><project>&x;</project>");
        assertThatThrownBy(() -> recipe(plan())).hasMessageContaining("document type");
    }

    @Test
    void fastApiIsServedByUvicornFromTheFolderOfItsModule() throws IOException {
        write("requirements.txt", "fastapi==0.115.0\nuvicorn==0.30.0\n");
        write("src/shop/main.py", "from fastapi import FastAPI\n\napi: FastAPI = FastAPI(title='x')\n");
        assertThat(analyzed(plan())).isEqualTo("python fastapi");
        assertThat(run(plan())).contains("uvicorn shop.main:api --host 127.0.0.1 --port $PORT");
        assertThat(run(plan())).contains("PYTHONPATH=src:");
        write("requirements.txt", "fastapi\n");
        assertThatThrownBy(() -> recipe(plan())).hasMessageContaining("add uvicorn to requirements.txt");
    }

    @Test
    void flaskFactoriesAndSeveralApplicationsAreToldApart() throws IOException {
        write("requirements.txt", "Flask\ngunicorn\n");
        write("shop/__init__.py", "from flask import Flask\n\ndef create_app():\n    return Flask(__name__)\n");
        assertThat(run(plan())).contains("gunicorn").endsWith("'shop:create_app()'");
        write("other.py", "import flask\nweb = flask.Flask(__name__)\n");
        assertThatThrownBy(() -> recipe(plan()))
                .hasMessageContaining("other.py, shop/__init__.py")
                .hasMessageContaining("Procfile");
    }

    @Test
    void djangoIsFoundByItsSettings() throws IOException {
        write("requirements.txt", "Django\nwaitress\n");
        write("manage.py", "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n");
        write("shop/wsgi.py", "application = 1\n");
        assertThat(analyzed(plan())).isEqualTo("python django");
        assertThat(run(plan())).contains("waitress --listen=127.0.0.1:$PORT shop.wsgi:application");
    }

    @Test
    void poetryIsInstalledFromItsLockWithItsHashes() throws IOException {
        write("pyproject.toml", "[tool.poetry]\nname = 'a'\n[tool.poetry.dependencies]\nflask = '*'\n");
        write("poetry.lock", """
                [[package]]
                name = "flask"
                version = "3.1.0"
                groups = ["main"]
                files = [{file = "f.whl", hash = "sha256:aa"}, {file = "f.tgz", hash = "sha256:bb"}]

                [[package]]
                name = "pytest"
                version = "8.0.0"
                groups = ["dev"]
                files = [{file = "p.whl", hash = "sha256:cc"}]
                """);
        write("app.py", "from flask import Flask\napp = Flask(__name__)\n");
        Path taken = artifacts.open(recognition.take(plan(), artifacts).digest());
        assertThat(taken.resolve(".ql/requirements.txt"))
                .hasContent("flask==3.1.0 --hash=sha256:aa --hash=sha256:bb\n");
        assertThat(recipe(plan()).build().get(0).words().get(2)).contains("--require-hashes");
    }

    @Test
    void onlyWhatIsLockedWithHashesThroughoutIsSaidToBeLocked() throws IOException {
        write(
                "package.json",
                "{\"scripts\":{\"start\":\"node a.js\"},\"dependencies\":{\"express\":\"4\",\"x\":\"*\"}}");
        assertThat(lock()).isEmpty();
        String own = "\"\":{},\"libs/own\":{},\"node_modules/own\":{\"link\":true},";
        String express = "\"node_modules/express\":{\"integrity\":\"sha512-x\"}";
        write("package-lock.json", "{\"packages\":{" + own + express + "}}");
        assertThat(lock()).contains("package-lock.json");
        write(
                "package-lock.json",
                "{\"packages\":{" + own + express + ",\"node_modules/x\":{\"resolved\":\"git+ssh\"}}}");
        assertThat(lock()).isEmpty();
        write("package-lock.json", "{\"lockfileVersion\":1}");
        assertThat(lock()).isEmpty();
    }

    @Test
    void requirementsAreLockedByHashesAlone() throws IOException {
        write("app.py", "from flask import Flask\napp = Flask(__name__)\n");
        write("requirements.txt", "flask==3.0.0\n");
        assertThat(lock()).isEmpty();
        write("requirements.txt", "flask==3.0.0 --hash=sha256:00\n");
        assertThat(lock()).contains("requirements.txt");
        write("uv.lock", "[[package]]\nname = \"flask\"\n");
        assertThat(lock()).contains("uv.lock");
    }

    private Optional<String> lock() {
        return recipe(plan()).build().get(0).lock();
    }

    @Test
    void aProcfileAndTheDockerfilesPortSayHowItIsStarted() throws IOException {
        write("requirements.txt", "flask\n");
        write("Procfile", "worker: python work.py\nweb: gunicorn -b 0.0.0.0:8080 shop:app\n");
        write("Dockerfile", "FROM python:3.12\nEXPOSE 8080\nUSER shop\nCMD [\"python\", \"other.py\"]\n");
        assertThat(run(plan())).endsWith("exec {python} -m gunicorn -b 127.0.0.1:$PORT shop:app");
        assertThat(String.join(" ", recognition.seen(plan())))
                .contains("port 8080")
                .contains("user shop");
        Files.delete(folder.resolve("Procfile"));
        assertThat(run(plan())).endsWith("exec {python} other.py");
    }

    @Test
    void aFrontEndBecomesFilesAndAServerStaysAProcess() throws IOException {
        write("package.json", "{\"scripts\":{\"build\":\"vite build\"},\"devDependencies\":{\"vite\":\"6\"}}");
        assertThat(recipe(plan()).output()).isEqualTo("dist");
        write("package.json", "{\"scripts\":{\"start\":\"node a.js\"},\"dependencies\":{\"express\":\"5\"}}");
        assertThat(analyzed(plan())).isEqualTo("node express");
        assertThat(run(plan())).endsWith("exec {node} a.js");
    }

    @Test
    void severalKindsOfBuildAreDecidedByTheLanguage() throws IOException {
        write("package.json", "{\"main\":\"a.js\"}");
        write("a.js", "");
        write("requirements.txt", "");
        write("app.py", "");
        assertThatThrownBy(() -> recipe(plan()))
                .hasMessageContaining("requirements.txt, package.json")
                .hasMessageContaining("python or node");
        assertThat(run(named().language("javascript").build())).contains("a.js");
        assertThat(run(named().language("python").build())).contains("app.py");
    }

    @Test
    void whatIsNotRecognisedNeedsACommandAndIsThenTakenAsItIs() throws IOException {
        write("run.bin", "");
        assertThatThrownBy(() -> recipe(plan()))
                .isInstanceOf(QuantumLayerException.class)
                .hasMessageContaining("looked for pom.xml");
        DeploymentPlan stated = named().command("./run.bin").build();
        assertThat(recipe(stated)).isEqualTo(new Recipe(List.of(), ".", List.of("./run.bin"), Map.of(), List.of()));
    }

    @Test
    void theCommitOfACheckoutIsReadFromItsFiles() throws IOException {
        String commit = "0123456789abcdef0123456789abcdef01234567";
        write("index.html", "");
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/packed-refs", "# pack-refs\n" + commit + " refs/heads/main\n");
        assertThat(recognition.seen(plan())).anyMatch(line -> line.contains(commit));
        write(".git/HEAD", "ref: refs/../../../etc/passwd\n");
        assertThat(recognition.seen(plan())).anyMatch(line -> line.contains("without a commit"));
    }

    @Test
    void theCommitOfASecondWorkingTreeLiesWithTheFirst() throws IOException {
        String commit = "89abcdef0123456789abcdef0123456789abcdef";
        write("index.html", "");
        write(".git", "gitdir: ../first/.git/worktrees/source\n");
        write("../first/.git/worktrees/source/HEAD", "ref: refs/heads/second\n");
        write("../first/.git/worktrees/source/commondir", "../..\n");
        write("../first/.git/refs/heads/second", commit + "\n");
        assertThat(recognition.seen(plan())).anyMatch(line -> line.contains(commit));
    }

    @Test
    void aMissingToolIsNamed() throws IOException {
        write("package.json", "{\"main\":\"a.js\"}");
        write("a.js", "");
        assertThat(recognition.missing(plan()).orElseThrow().message()).contains("node");
    }

    private DeploymentPlanBuilder named() {
        return DeploymentPlan.named("given").sourceDirectory(folder);
    }

    private DeploymentPlan plan() {
        return named().build();
    }

    private Recipe recipe(DeploymentPlan plan) {
        return recognition.take(plan, artifacts).recipe();
    }

    private String run(DeploymentPlan plan) {
        return String.join(" ", recipe(plan).run());
    }

    private String analyzed(DeploymentPlan plan) {
        AppSpec spec = recognition.analyzed(plan, new RuleAnalyzer().analyze(plan));
        return spec.language().orElseThrow().value() + " "
                + spec.framework().orElseThrow().value();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
