package io.quantumlayer.blueprints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated services, built by their own build and observed from outside over real connections. */
@TestInstance(Lifecycle.PER_CLASS)
final class JavaRestServiceIT {
    private static final ResourceNoun NOUN = new ResourceNoun("todo", "todos");
    private static final Map<String, String> KEY = Map.of("AUTH_SIGNING_KEY", "0123456789abcdef0123456789abcdef");
    private static final String ALL = "/api/todos";
    private static final int WRITES = 1000;
    private static final int WRITERS = 8;
    private static final int KILLED_AFTER = 100;
    private static final int TIMES_EMPTY = 20;
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");

    private Path guarded;
    private Path open;

    @BeforeAll
    void bothVariantsBuildAndPassTheirOwnTests(@TempDir Path folder) throws Exception {
        guarded = build(folder.resolve("guarded"), true);
        open = build(folder.resolve("open"), false);
    }

    private static Path build(Path root, boolean authentication) throws Exception {
        GeneratedProject project =
                GeneratedProject.write(root, GeneratedProject.parameters("todo", NOUN, authentication));
        assertThat(project.build()).contains(" passed, 0 failed").endsWith("built build/app.jar\nexit 0");
        return project.jar();
    }

    @ParameterizedTest
    @CsvSource({
        "strings, string, strings",
        "class, class, classes",
        "9-lives, shopping-list, shopping-lists",
        "health, route, routes"
    })
    void awkwardNamesCompileWithoutAWarning(String service, String singular, String plural, @TempDir Path folder)
            throws Exception {
        ResourceNoun noun = new ResourceNoun(singular, plural);
        GeneratedProject project = GeneratedProject.write(folder, GeneratedProject.parameters(service, noun, true));

        assertThat(project.build("--skip-tests")).isEqualTo("built build/app.jar\nexit 0");
    }

    @Test
    void theSameSourcesGiveTheSameJarInAnotherFolder(@TempDir Path data) throws Exception {
        GeneratedProject again = GeneratedProject.write(
                data.resolve("some/other folder"), GeneratedProject.parameters("todo", NOUN, true));

        assertThat(again.build("--skip-tests")).endsWith("exit 0");
        assertThat(Files.mismatch(guarded, again.jar())).isEqualTo(-1);
    }

    @Test
    void authenticationIsEnforced(@TempDir Path data) throws Exception {
        String good = RunningService.command(guarded, KEY, "token", "alice", "60");
        String expired = RunningService.command(guarded, KEY, "token", "alice", "-1");
        String foreign = RunningService.command(
                guarded, Map.of("AUTH_SIGNING_KEY", "another key of at least 32 bytes"), "token", "alice");
        try (RunningService service = RunningService.start(guarded, data, KEY)) {
            assertThat(service.get(ALL).statusCode()).isEqualTo(401);
            assertThat(service.get(ALL).headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer realm=\"todo\"");
            assertThat(service.get(ALL, bearer(foreign)).statusCode()).isEqualTo(401);
            assertThat(service.get(ALL, bearer(expired)).statusCode()).isEqualTo(401);
            assertThat(service.get(ALL, bearer(good)).statusCode()).isEqualTo(200);
            assertThat(service.get("/health").statusCode()).isEqualTo(200);
            assertThat(service.get("/openapi.json").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void withoutAKeyItRefusesToStartInOneSentence() throws Exception {
        assertThat(RunningService.command(guarded, Map.of()))
                .startsWith("todo: AUTH_SIGNING_KEY_FILE must name a file with a key of at least 32 bytes");
    }

    @Test
    void twoReleasesSideBySideLoseNothingAndSeeEachOther(@TempDir Path data) throws Exception {
        try (RunningService one = RunningService.start(open, data, Map.of("QL_RELEASE", "r1"));
                RunningService two = RunningService.start(open, data, Map.of("QL_RELEASE", "r2"))) {
            Set<String> written = writeToBoth(one, two);

            assertThat(written).hasSize(WRITES);
            assertThat(ids(one.get(ALL + "?limit=1000"))).isEqualTo(written);
            assertThat(ids(two.get(ALL + "?limit=1000"))).isEqualTo(written);
            assertThat(two.get("/health").body()).contains("\"release\":\"r2\"");
        }
    }

    @Test
    void aKilledReleaseLosesNoAnsweredWrite(@TempDir Path data) throws Exception {
        Set<String> answered = Collections.synchronizedSet(new HashSet<>());
        try (RunningService service = RunningService.start(open, data, Map.of())) {
            inParallel(WRITERS, writer -> writeUntilKilled(service, answered));
        }
        assertThat(answered.size()).isBetween(KILLED_AFTER, WRITES);
        try (RunningService next = RunningService.start(open, data, Map.of())) {
            assertThat(ids(next.get(ALL + "?limit=1000"))).containsAll(answered);
        }
    }

    @Test
    void aRequestInFlightIsAnsweredAfterTheSignalToEnd(@TempDir Path data) throws Exception {
        String body = "{\"title\":\"last\"}";
        try (RunningService service = RunningService.start(open, data, Map.of());
                Socket socket =
                        new Socket(service.uri().getHost(), service.uri().getPort())) {
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            send(
                    socket,
                    "POST " + ALL + " HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                            + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n");
            assertThat(answer.readLine()).contains(" 100 ");
            service.terminate();
            send(socket, body);

            assertThat(answer.lines().toList()).anyMatch(line -> line.startsWith("HTTP/1.1 201 "));
            assertThat(service.awaitEnd()).isTrue();
        }
    }

    @Test
    void itStartsInFewTimesTheStartOfAnEmptyJvm(@TempDir Path data) throws Exception {
        Duration best = Duration.ofDays(1);
        Duration empty = Duration.ofDays(1);
        for (int i = 0; i < 5; i++) {
            empty = shorter(empty, RunningService.emptyJvm());
            try (RunningService service = RunningService.start(guarded, data, KEY)) {
                best = shorter(best, service.startUp());
            }
        }
        System.out.printf("start-up, best of 5: %d ms, an empty JVM %d ms%n", best.toMillis(), empty.toMillis());
        assertThat(best).isLessThan(empty.multipliedBy(TIMES_EMPTY));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void writeUntilKilled(RunningService service, Set<String> answered) throws InterruptedException {
        try {
            for (int i = 0; i < WRITES; i++) {
                answered.add(create(service));
                if (answered.size() >= KILLED_AFTER) {
                    service.kill();
                }
            }
        } catch (IOException killed) {
            assertThat(answered).hasSizeGreaterThanOrEqualTo(KILLED_AFTER);
        }
    }

    private static Set<String> writeToBoth(RunningService one, RunningService two) throws Exception {
        Set<String> written = Collections.synchronizedSet(new HashSet<>());
        inParallel(WRITERS, writer -> {
            for (int i = 0; i < WRITES / WRITERS; i++) {
                written.add(create((writer + i) % 2 == 0 ? one : two));
            }
        });
        return written;
    }

    private static String create(RunningService service) throws IOException, InterruptedException {
        HttpResponse<String> answer = service.post(ALL, "{\"title\":\"x\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        return ids(answer).iterator().next();
    }

    private static Set<String> ids(HttpResponse<String> answer) {
        Set<String> ids = new HashSet<>();
        Matcher matcher = ID.matcher(answer.body());
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A part of the work, which may fail. */
    @FunctionalInterface
    private interface Part {
        void run(int number) throws Exception;
    }

    private static void inParallel(int parts, Part part) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(parts);
        List<Future<?>> results = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int number = i;
            results.add(threads.submit(() -> {
                part.run(number);
                return number;
            }));
        }
        threads.shutdown();
        for (Future<?> result : results) {
            result.get();
        }
    }
}
