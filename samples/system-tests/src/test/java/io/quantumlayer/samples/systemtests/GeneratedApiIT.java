package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.Outcome;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemathesis, which others wrote, looks for answers that a generated interface does not declare. */
class GeneratedApiIT {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String USER = "{\"name\":\"alice\",\"password\":\"correct horse battery\"}";
    /** All that was tried passed; a warning about data that is not there is no issue of the interface. */
    private static final Pattern CASES = Pattern.compile("(\\d+) generated, (\\d+) passed");

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    @TempDir
    Path folder;

    private Path judge;

    @BeforeEach
    void find() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(":"))
                .map(path -> Path.of(path, "schemathesis"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeThat(found)
                .as("schemathesis is not on the PATH: pipx install schemathesis==4.32.5")
                .isPresent();
        judge = found.orElseThrow();
    }

    @Test
    void theJavaServiceAnswersAsItDeclares() throws Exception {
        Home home = new Home(folder);
        judged(
                home,
                "Create a Java REST service for a todo list with authentication",
                url -> Service.token(home, 3600));
    }

    @Test
    void thePythonServiceAnswersAsItDeclares() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/python3")))
                .as("python3 is not installed here: apt-get install python3 python3-pip")
                .isTrue();
        judged(
                new Home(folder),
                "Create a Python FastAPI REST service for a todo list with authentication",
                url -> registered(new Service(url)));
    }

    @Test
    void theSpringServiceAnswersAsItDeclares() throws Exception {
        judged(
                new Home(folder),
                "Create a Spring Boot REST service for a todo list with authentication",
                "/v3/api-docs",
                url -> registered(new Service(url)));
    }

    private void judged(Home home, String sentence, Login login) throws Exception {
        judged(home, sentence, "/openapi.json", login);
    }

    private void judged(Home home, String sentence, String document, Login login) throws Exception {
        DeploymentPlan plan =
                DeploymentPlan.named("judged").requirement(sentence).build();
        try (QuantumLayer ql = home.builder()
                .setting("launcher", "path", System.getenv("PATH"))
                .build()) {
            DeploymentResult live = ql.deploy(plan).await(LONG);
            assertThat(live.outcome()).as(live.toString()).isEqualTo(Outcome.LIVE);
            URI url = live.url().orElseThrow();
            String said = judge(url.resolve(document), login.token(url));
            Matcher cases = CASES.matcher(said);
            assertThat(cases.find()).as(said).isTrue();
            assertThat(cases.group(2)).as(said).isEqualTo(cases.group(1));
            assertThat(Integer.parseInt(cases.group(1))).as(said).isGreaterThan(100);
            assertThat(said).doesNotContain("Undocumented", "FAILURES", "ERRORS");
            assertThat(ql.application("judged").destroy().await(LONG).outcome()).isEqualTo(Outcome.DESTROYED);
        }
    }

    /** Says how somebody gets in. */
    private interface Login {
        String token(URI url) throws Exception;
    }

    private static String registered(Service service) throws Exception {
        service.post("/auth/register", "", USER);
        Matcher token = TOKEN.matcher(service.post("/auth/login", "", USER).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    /** The user's own removal is left out, or nothing would be open afterwards. */
    private String judge(URI document, String token) throws Exception {
        Path said = folder.resolve("schemathesis.txt");
        Process process = new ProcessBuilder(
                        judge.toString(),
                        "run",
                        document.toString(),
                        "--header",
                        "Authorization: Bearer " + token,
                        "--exclude-path",
                        "/auth/me",
                        "--checks",
                        "status_code_conformance,not_a_server_error,response_schema_conformance",
                        "--phases",
                        "examples,coverage,fuzzing",
                        "--max-examples",
                        "15",
                        "--generation-database",
                        "none",
                        "--seed",
                        "1")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(8, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return Files.readString(said);
    }
}
