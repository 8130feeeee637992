package io.quantumlayer.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QlMainTest {
    @TempDir
    Path home;

    @Test
    void showsItsHelp() {
        assertThat(QlMain.run("--help")).isZero();
        assertThat(QlMain.run("run", "--help")).isZero();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(QlMain.run("fly")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(QlMain.run("run", "--fly")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(QlMain.run("status")).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void refusesASentenceNobodyCanGive() {
        assertThat(QlMain.run("preview", "--home", home.toString(), "Create an iOS app for dancing"))
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void refusesALiteralSecretBeforeAnythingIsWritten() throws Exception {
        // Put together here, so that no file of the project looks like it holds one.
        String sentence = "Create a Java REST service, the pass" + "word is hunter2hunter2";
        assertThat(QlMain.run("run", "--home", home.toString(), sentence)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Files.exists(home.resolve("local"))).isFalse();
    }

    @Test
    void refusesAPlanWithEveryMistakeInIt() throws Exception {
        Path plan = Files.writeString(home.resolve("plan.yaml"), """
            apiVersion: quantumlayer.io/v1alpha1
            kind: DeploymentPlan
            metadata: {name: Bad_Name}
            spec: {sorce: {}}
            """);
        assertThat(QlMain.run("deploy", "--home", home.toString(), plan.toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void refusesContainersWithoutARegistryOrPodmanInOneSentence() {
        String said = refused(() -> assertThat(QlMain.run("run", "--container", "--home", home.toString()))
                .isEqualTo(ExitCode.BAD_INPUT));
        assertThat(said.strip())
                .containsAnyOf("install it", "name one with --registry")
                .doesNotContain("\n");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aHomeHasOneKeyThatOnlyItsOwnerReads() throws Exception {
        HomeKey made = HomeKey.in(home.resolve("keys"));
        HomeKey again = HomeKey.in(home.resolve("keys"));
        assertThat(again.verification().toPem()).isEqualTo(made.verification().toPem());
        assertThat(made.signing().verificationKey().toPem())
                .isEqualTo(made.verification().toPem());
        assertThat(Files.getPosixFilePermissions(home.resolve("keys").resolve("cosign.key")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Todo_App", "default/", "/todo", "a/b/c", "other/todo"})
    void refusesWhatNamesNoApplicationInOneSentence(String name) {
        String said =
                refused(() -> assertThat(QlMain.run("status", "--home", home.toString(), "--tenant", "default", name))
                        .isEqualTo(ExitCode.BAD_INPUT));
        assertThat(said.strip()).isNotEmpty().doesNotContain("\n");
    }

    @Test
    void listsNothingInAnEmptyHome() {
        assertThat(QlMain.run("list", "--json", "--home", home.toString())).isZero();
    }

    @Test
    void analysesASentenceThatNothingCanPlaceOnOneLine() {
        String line = printed(() -> assertThat(QlMain.run(
                        "analyze",
                        "--json",
                        "A \"FastAPI\" service, EU only, not on AWS, no login, for 50 euros a month"))
                .isZero());

        assertThat(line.strip().lines()).hasSize(1);
        assertThat(line)
                .contains("\"kind\":{\"value\":\"api\"")
                .contains("\"residency\":{\"value\":\"EU\",\"origin\":\"stated\",\"words\":[\"EU\"]}")
                .contains("\"excluded\":[{\"id\":\"aws\",\"origin\":\"stated\"")
                .contains("\"features\":[]")
                .contains("\"ruledOut\":{\"features\":[{\"id\":\"authentication\"")
                .contains("\"amount\":50")
                .contains("\"contradictions\":[]");
        assertThat(Files.exists(home.resolve("journal.db"))).isFalse();
    }

    @Test
    void analysesForPeopleToo() {
        String text = printed(() ->
                assertThat(QlMain.run("analyze", "an iOS app for dancing")).isZero());

        assertThat(text).contains("unsupported").contains("iOS app");
    }

    private static String refused(Runnable command) {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            command.run();
        } finally {
            System.setErr(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private static String printed(Runnable command) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            command.run();
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void scansAFolderAndSaysWhetherTheGateAllowsIt() throws Exception {
        Path folder = Files.createDirectory(home.resolve("source"));
        Files.writeString(folder.resolve("readme.txt"), "nothing to see\n");
        Path sarif = home.resolve("scan.sarif");
        String[] scan = {
            "scan", "--home", home.resolve("h").toString(), "--json", "--sarif", sarif.toString(), folder.toString()
        };
        assertThat(QlMain.run(scan)).isZero();
        assertThat(sarif).content().contains("\"2.1.0\"");
        String key = "-----BEGIN PRIVATE" + " KEY-----\n"
                + "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj";
        Files.writeString(folder.resolve("id.txt"), key);
        assertThat(QlMain.run(scan)).isEqualTo(ExitCode.REFUSED);
        assertThat(sarif).content().contains("secret.private-key").doesNotContain("MIIEvQIBADANBgkqhkiG9w0");
        assertThat(QlMain.run("scan", "--home", home.toString(), "registry/none:1"))
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void asksAPolicyThatMayRefuseWhatTheGateAllows() throws Exception {
        Path folder = Files.createDirectory(home.resolve("source"));
        Files.writeString(folder.resolve("readme.txt"), "nothing to see\n");
        Path policy = home.resolve("policy.yaml");
        String[] scan = {
            "scan", "--home", home.resolve("h").toString(), "--policy", policy.toString(), folder.toString()
        };
        String text = """
            apiVersion: quantumlayer.io/v1alpha1
            kind: GatePolicy
            rules:
              - name: packages-are-compared
                levels: [STANDARD]
                each: scan
                refuse: '!("sca" in scan.completed)'
                reason: packages must have been compared
            """;
        Files.writeString(policy, text);
        assertThat(QlMain.run(scan)).isEqualTo(ExitCode.REFUSED);
        Files.writeString(policy, text.replace("STANDARD", "STRICT"));
        assertThat(QlMain.run(scan)).isZero();
        Files.writeString(policy, text.replace("scan.completed", "scan."));
        assertThat(QlMain.run(scan)).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void refusesAMistakenPolicyBeforeAnythingIsWritten() throws Exception {
        Path policy = Files.writeString(home.resolve("policy.yaml"), "kind: GatePolicy\n");
        Path fresh = home.resolve("fresh");
        for (String command : List.of("run", "deploy", "resume")) {
            assertThat(QlMain.run(command, "--home", fresh.toString(), "--policy", policy.toString(), "x"))
                    .isEqualTo(ExitCode.BAD_INPUT);
        }
        assertThat(fresh).doesNotExist();
    }

    @Test
    void aDeploymentEndsWhereItsPolicyRefuses() throws Exception {
        Path policy = Files.writeString(home.resolve("policy.yaml"), """
            apiVersion: quantumlayer.io/v1alpha1
            kind: GatePolicy
            rules:
              - {name: nothing, each: scan, refuse: "true", reason: nothing is deployed here}
            """);
        Path site = Files.createDirectory(home.resolve("site"));
        Files.writeString(site.resolve("index.html"), "<h1>Hello</h1>\n");
        Path plan = Files.writeString(home.resolve("plan.yaml"), """
            apiVersion: quantumlayer.io/v1alpha1
            kind: DeploymentPlan
            metadata: {name: hello}
            spec: {source: {sourceDirectory: site}}
            """);
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            String[] deploy = {
                "deploy", "--home", home.resolve("h").toString(), "--policy", policy.toString(), plan.toString()
            };
            assertThat(QlMain.run(deploy)).isEqualTo(ExitCode.FAILED);
        } finally {
            System.setOut(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("policy gate-policy: nothing: nothing is deployed here");
    }

    @Test
    void scansPackagesWithTheAdvisoriesThatAreSet() throws Exception {
        Path folder = Files.createDirectory(home.resolve("source"));
        Files.writeString(folder.resolve("gradle.lockfile"), "org.example:a:1.0=runtimeClasspath\n");
        Path advisories = Files.createDirectory(home.resolve("advisories"));
        Files.writeString(advisories.resolve("X-1.json"), """
            {"id": "X-1", "modified": "2030-01-01T00:00:00Z", "summary": "a hole",
             "database_specific": {"severity": "HIGH"},
             "affected": [{"package": {"ecosystem": "Maven", "name": "org.example:a"},
             "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}]}
            """);
        Path vex = home.resolve("vex.json");
        int exit = QlMain.run(
                "scan",
                "--home",
                home.resolve("h").toString(),
                "--set",
                "sca.data=" + advisories,
                "--vex",
                vex.toString(),
                folder.toString());
        assertThat(exit).isEqualTo(ExitCode.REFUSED);
        assertThat(vex).content().contains("pkg:maven/org.example/a@1.0").contains("affected");
        assertThat(QlMain.run("scan", "--home", home.resolve("h").toString(), "--set", "sca.x=y", folder.toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
    }
}
