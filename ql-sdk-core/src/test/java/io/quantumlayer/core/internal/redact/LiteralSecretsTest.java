package io.quantumlayer.core.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.plan.Violation;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralSecretsTest {
    private static final Duration BOUND = Duration.ofMillis(200);
    /** How often a neighbour may spoil the measurement: even a thread's own time grows when caches are shared. */
    private static final int PATIENCE = 10;

    private static final String A36 = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";

    static List<String> secrets() {
        return List.of(
                "use AKIA" + "IOSFODNN7EXAMPLE please",
                "push with ghp_" + A36,
                "github_pat_" + A36 + "_x",
                "glpat-" + A36.substring(0, 20),
                "xoxb-" + "1234567890-abcdef",
                "https://hooks.slack.com/services/T0001/B0002/" + A36.substring(0, 24),
                "charge with sk_live_" + A36.substring(0, 24),
                "AIza" + A36.substring(0, 35),
                "npm_" + A36,
                "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0x.c2lnbmF0dXJlLXZhbHVl",
                "-----BEGIN RSA PRIVATE KEY-----\nMII",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN OPENSSH PRIVATE KEY-----",
                "connect to postgres://app:hunter2@db/todo",
                "https://token:x-oauth@github.com/a/b",
                "an API with password hunter2",
                "the password is hunter2.",
                "password: swordfish",
                "password: swordfish, user: admin",
                "password=swordfish",
                "db_password = swordfish",
                "PASSWORD='swordfish'",
                "{\"password\":\"swordfish\"}",
                "apiKey: \"swordfish\"",
                "the API key is f00ba4ba2",
                "api_key=abcd1234",
                "secret key: Zx9#kk!p",
                "token = abcdefgh",
                "use the token tok-123abc here",
                "access key 9f8e7d6c5b4a",
                "client secret is 'swordfish'",
                "aws_secret_access_key=wJalrXUtnFEMI/K7MDENG",
                "log in with user admin and password Tr0ub4dor&3",
                "--password=swordfish",
                "password=1234",
                "password: 12345678",
                "secret: '" + A36 + A36 + "'",
                "the passphrase is \"open sesame please\": s3same");
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void seesALiteralSecret(String text) {
        assertThat(LiteralSecrets.in(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Create a Java REST service for a todo list with authentication",
                "a REST API with token authentication",
                "with token-based authentication and password reset",
                "users log in with email and password",
                "passwords are hashed with bcrypt",
                "password hashing with argon2id",
                "store each password hashed with SHA256",
                "JWT tokens signed with RS256",
                "tokens expire after 15 minutes",
                "token refresh every 30min",
                "passwords of at least 12 characters",
                "password length 8-64",
                "password: string",
                "fields: name: text, password: string, token: jwt",
                "password: required",
                "a secret santa app",
                "a password manager for teams",
                "no password needed",
                "without passwords",
                "forgot-password flow",
                "reset password emails",
                "API key authentication",
                "API keys per tenant",
                "secret management with Vault",
                "rotate secrets every 90 days",
                "read the token from env:TOKEN",
                "password: ${DB_PASSWORD}",
                "token: <your token>",
                "password=***",
                "token is required",
                "the token is sent in the Authorization header",
                "secrets are mounted as files",
                "OAuth2 token exchange",
                "tokenize the text and count tokens",
                "a token bucket rate limiter with 100 requests",
                "the secret to success is shipping",
                "see https://example.com/reset-password?user=1",
                "http://127.0.0.1:8080/health",
                "git@github.com:acme/app.git",
                "postgres://db/todo",
                "mail to ops@example.com: token",
                "env API_KEY_HEADER names the header",
                "password is stored as PBKDF2",
                "an app for secret recipes of grandma",
                "Benutzer melden sich mit Passwort an",
                "the access key holder",
                "token, secret, password",
                "task-scheduling-and-classification-service-with-risk-learn",
                "ghp_short",
                "eyJ is how a JWT begins",
            })
    void staysQuietAboutOrdinarySentences(String text) {
        assertThat(LiteralSecrets.in(text)).isEmpty();
    }

    @Test
    void namesTheOffsetAndNeverTheValue() {
        List<Sighting> seen = LiteralSecrets.in("with password hunter2");

        assertThat(seen).containsExactly(new Sighting(14, "the value of a password"));
    }

    @Test
    void refusesAPlanNamingEachFieldWithoutItsValue() {
        DeploymentPlan plan = DeploymentPlan.named("todo")
                .requirement("a list; the password is canary99")
                .environment("DB_PASSWORD", "canary-word")
                .environment("GREETING", "hello")
                .environment("URL", "https://u:canary@host/")
                .command("run", "--token", "canary-word", "--api-key=canary123", "--port", "8080")
                .waive("budget", "key ghp_" + A36)
                .secret("TOKEN", SecretRef.env("TOKEN"))
                .build();

        assertThatThrownBy(() -> LiteralSecrets.refuse(plan))
                .isInstanceOfSatisfying(InvalidPlanException.class, refusal -> {
                    assertThat(refusal.violations())
                            .extracting(Violation::path)
                            .containsExactlyInAnyOrder(
                                    "source.requirement",
                                    "environment.DB_PASSWORD",
                                    "environment.URL",
                                    "command[2]",
                                    "command[3]",
                                    "waivers[0].reason");
                    assertThat(refusal.getMessage()).contains("offset 24").doesNotContain("canary", A36);
                });
    }

    @Test
    void letsAnHonestPlanPass() {
        DeploymentPlan plan = DeploymentPlan.named("todo")
                .requirement("a list with password reset")
                .environment("TOKEN_TTL", "3600")
                .environment("PASSWORD_MIN_LENGTH", "12")
                .environment("API_KEY_HEADER", "X-Api-Key")
                .environment("REQUIRE_TOKEN", "true")
                .environment("PASSWORD", "${FROM_ELSEWHERE}")
                .command("java", "-jar", "app.jar", "--token-file", "/run/token")
                .secret("PASSWORD_2", SecretRef.file("/run/secrets/password"))
                .build();

        assertThat(LiteralSecrets.refuse(plan)).isSameAs(plan);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password ",
                "token:",
                "eyJaaaaaaaa.",
                "eyJ-",
                "xoxb-",
                "glpat-",
                "://",
                "://a:",
                "a:b@",
                "-----BEGIN A ",
                "secret-key-",
                "password=\"",
                "AKIA",
                "sk_live_",
                "a",
                " ",
                "api key ",
                "ghp_aaaaaaa",
                "eyJaaaaaaaaaa-eyJ"
            })
    void isLinearInAHostileText(String piece) {
        String hostile = piece.repeat((1 << 20) / piece.length());
        cost(hostile.substring(0, 1 << 17));

        double ratio = (double) cost(hostile.substring(0, 1 << 19)) / cost(hostile.substring(0, 1 << 15));
        Duration whole = Duration.ofNanos(cost(hostile));
        for (int again = 0; again < PATIENCE && whole.compareTo(BOUND) >= 0; again++) {
            whole = Duration.ofNanos(cost(hostile));
        }

        // Sixteen times the length: a search that began afresh at each place would take 256 times as long. The bound
        // lies as far from the one as from the other, so that neither a cache nor a slow moment decides.
        assertThat(ratio).isLessThan(64);
        assertThat(whole).isLessThan(BOUND);
    }

    /** The least of several, in the thread's own time: what other work a machine has does not count. */
    private static long cost(String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 7; i++) {
            long start = threads.getCurrentThreadCpuTime();
            LiteralSecrets.in(text);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        return best;
    }
}
