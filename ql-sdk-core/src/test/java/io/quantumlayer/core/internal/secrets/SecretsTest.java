package io.quantumlayer.core.internal.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.api.spi.secrets.SecretStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final ApplicationId MINE = new ApplicationId("acme", "todo");
    private static final ApplicationId OTHER_APPLICATION = new ApplicationId("acme", "shop");
    private static final ApplicationId OTHER_TENANT = new ApplicationId("evil", "todo");

    private final List<String> learned = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path home;
    private HomeSecrets minted;
    private ResolvingSecrets secrets;

    @BeforeEach
    void create() {
        home = folder.resolve("home");
        minted = new HomeSecrets(home.resolve("secrets"), new SecureRandom());
        secrets = new ResolvingSecrets(
                List.of(new EnvironmentSecrets(Map.of("DB", "s3cret", "EMPTY", "")), new FileSecrets(), minted),
                learned::add);
    }

    @Test
    void a_variable_is_resolved_and_known_to_the_sink_before_the_caller_has_it() {
        try (Secret secret = secrets.resolve(call(MINE), SecretRef.env("DB"))) {
            assertThat(learned).containsExactly("s3cret");
            assertThat(value(secret)).isEqualTo("s3cret");
            assertThat(secret).hasToString("***");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://app:p%40ss-w+rd@db:5432/orders, p%40ss-w+rd, p@ss-w+rd",
        "postgresql://app:50%-off@db/orders, 50%-off, 50%-off"
    })
    void the_password_in_a_url_is_known_to_the_sink_as_written_and_as_meant(String url, String raw, String plain) {
        ResolvingSecrets urls = new ResolvingSecrets(List.of(new EnvironmentSecrets(Map.of("DB", url))), learned::add);

        urls.resolve(call(MINE), SecretRef.env("DB")).close();

        assertThat(learned).contains(url, raw, plain);
    }

    @Test
    void a_url_without_a_login_has_no_password() {
        for (String url : List.of("sqlite:/data/orders.db", "postgresql://db/orders", "https://h/a:b@c")) {
            assertThat(UrlLogin.password(url)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"env:MISSING", "env:EMPTY", "file:/nowhere/at/all", "home:missing"})
    void a_secret_that_is_not_there_is_a_configuration_error_that_names_the_reference(String reference) {
        assertRefused(MINE, SecretRef.parse(reference), "secret.missing", reference);
    }

    @Test
    void an_unknown_scheme_is_a_configuration_error_that_names_the_known_ones() {
        assertRefused(MINE, SecretRef.parse("vault:db"), "secret.scheme", "env, file, home");
        assertThat(secrets.knows("vault")).isFalse();
        assertThat(secrets.knows("home")).isTrue();
    }

    @Test
    void a_later_store_takes_the_place_of_an_earlier_one_of_its_scheme() {
        SecretStore mine = new SecretStore() {
            @Override
            public String scheme() {
                return "env";
            }

            @Override
            public Optional<Secret> read(CallContext context, SecretRef reference) {
                return Optional.of(Secret.of("mine"));
            }
        };
        ResolvingSecrets own = new ResolvingSecrets(List.of(new EnvironmentSecrets(Map.of()), mine), learned::add);
        assertThat(value(own.resolve(call(MINE), SecretRef.env("DB")))).isEqualTo("mine");
    }

    @Test
    void a_value_that_the_sink_did_not_take_is_wiped_and_not_given() {
        List<Secret> read = new ArrayList<>();
        SecretStore store = new SecretStore() {
            @Override
            public String scheme() {
                return "env";
            }

            @Override
            public Optional<Secret> read(CallContext context, SecretRef reference) {
                read.add(Secret.of("s3cret"));
                return Optional.of(read.get(0));
            }
        };
        ResolvingSecrets broken = new ResolvingSecrets(List.of(store), value -> {
            throw new IllegalStateException("full");
        });
        assertThatThrownBy(() -> broken.resolve(call(MINE), SecretRef.env("DB")))
                .hasMessage("full");
        assertThat(value(read.get(0))).isEqualTo("\0\0\0\0\0\0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret", "s3cret\n", "s3cret\r\n"})
    void one_line_break_at_the_end_of_a_file_is_no_part_of_the_secret(String content) throws IOException {
        assertThat(value(secrets.resolve(call(MINE), file(content, "rw-------"))))
                .isEqualTo("s3cret");
    }

    @Test
    void further_line_breaks_of_a_file_are_part_of_the_secret() throws IOException {
        assertThat(value(secrets.resolve(call(MINE), file("a\nb\n\n", "r--------"))))
                .isEqualTo("a\nb\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw--w----", "rw----r--", "rw-----w-"})
    void a_file_open_to_others_is_refused(String permissions) throws IOException {
        SecretRef reference = file("s3cret", permissions);
        assertRefused(MINE, reference, "secret.refused", "chmod 600 " + reference.path());
    }

    @Test
    void a_link_a_folder_a_large_file_and_one_that_is_no_text_are_refused() throws IOException {
        Path target = Path.of(file("s3cret", "rw-------").path());
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        assertRefused(MINE, SecretRef.file(link.toString()), "secret.refused", "no link");
        Path directory = Files.createDirectory(folder.resolve("directory"));
        assertRefused(MINE, SecretRef.file(directory.toString()), "secret.refused", "plain file");
        assertRefused(MINE, file("x".repeat(65_537), "rw-------"), "secret.refused", "64 KiB");
        assertThat(value(secrets.resolve(call(MINE), file("x".repeat(65_536), "rw-------"))))
                .hasSize(65_536);
        SecretRef binary = file("", "rw-------");
        Files.write(Path.of(binary.path()), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertRefused(MINE, binary, "secret.refused", "UTF-8");
    }

    @Test
    void a_minted_secret_is_random_stays_and_is_readable_by_its_owner_only() throws IOException {
        SecretRef reference = minted.mint(MINE, "AUTH_SIGNING_KEY");
        assertThat(reference).hasToString("home:auth-signing-key");
        String value = value(secrets.resolve(call(MINE), reference));
        assertThat(value).matches("[A-Za-z0-9_-]{43}");
        assertThat(learned).containsExactly(value);
        assertThat(minted.mint(MINE, "AUTH_SIGNING_KEY")).isEqualTo(reference);
        assertThat(value(secrets.resolve(call(MINE), reference))).isEqualTo(value);
        minted.mint(OTHER_APPLICATION, "AUTH_SIGNING_KEY");
        assertThat(value(secrets.resolve(call(OTHER_APPLICATION), reference))).isNotEqualTo(value);
        try (Stream<Path> made = Files.walk(home.resolve("secrets"))) {
            for (Path path : made.toList()) {
                String expected = Files.isDirectory(path) ? "rwx------" : "rw-------";
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .isEqualTo(expected);
                assertThat(path.getFileName().toString()).doesNotStartWith(".draft");
            }
        }
    }

    @Test
    void nobody_reads_the_secret_of_another_tenant_or_application() {
        SecretRef reference = minted.mint(MINE, "KEY");
        assertRefused(OTHER_TENANT, reference, "secret.missing", "home:key");
        assertRefused(OTHER_APPLICATION, reference, "secret.missing", "home:key");
    }

    @Test
    void names_that_differ_give_secrets_that_differ() {
        List<String> names =
                List.of("KEY", "key", "Key", "KEY_", "_KEY", "KEY_A", "KEY__A", "K".repeat(41), "K".repeat(40));
        Set<SecretRef> references = new HashSet<>();
        names.forEach(name -> references.add(minted.mint(MINE, name)));
        assertThat(references).hasSameSizeAs(names);
        references.forEach(reference ->
                assertThat(value(secrets.resolve(call(MINE), reference))).hasSize(43));
    }

    @Test
    void many_who_mint_at_once_get_one_value() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<CompletableFuture<String>> minting = IntStream.range(0, 200)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> mintAndRead("KEY_" + i / 8), threads))
                .toList();
        Set<String> values = new HashSet<>();
        for (CompletableFuture<String> each : minting) {
            values.add(each.get(20, TimeUnit.SECONDS));
        }
        threads.shutdown();
        assertThat(values).hasSize(25);
    }

    @Test
    void a_forgotten_application_has_no_secret_and_the_others_keep_theirs() {
        SecretRef reference = minted.mint(MINE, "KEY");
        minted.mint(OTHER_APPLICATION, "KEY");
        minted.forget(MINE);
        minted.forget(MINE);
        minted.forget(OTHER_TENANT);
        assertRefused(MINE, reference, "secret.missing", "home:key");
        assertThat(home.resolve("secrets/acme/todo")).doesNotExist();
        assertThat(value(secrets.resolve(call(OTHER_APPLICATION), reference))).hasSize(43);
    }

    @Test
    void a_folder_of_secrets_that_is_open_or_a_link_is_refused() throws IOException {
        SecretRef reference = minted.mint(MINE, "KEY");
        Path mine = home.resolve("secrets/acme/todo");
        Files.setPosixFilePermissions(mine, PosixFilePermissions.fromString("rwxr-x---"));
        assertRefused(MINE, reference, "secret.refused", "chmod 700 " + mine);
        assertThatThrownBy(() -> minted.mint(MINE, "NEXT")).isInstanceOf(QuantumLayerException.class);
        Files.setPosixFilePermissions(mine, PosixFilePermissions.fromString("rwx------"));
        minted.mint(OTHER_TENANT, "NEXT");
        Files.createSymbolicLink(home.resolve("secrets/evil/shop"), mine);
        assertRefused(new ApplicationId("evil", "shop"), reference, "secret.refused", "no link");
        minted.forget(new ApplicationId("evil", "shop"));
        assertThat(value(secrets.resolve(call(MINE), reference))).hasSize(43);
    }

    @Test
    void nothing_is_made_by_reading() {
        assertRefused(MINE, SecretRef.home("db"), "secret.missing", "home:db");
        assertThat(home).doesNotExist();
    }

    private String mintAndRead(String name) {
        SecretRef reference = new HomeSecrets(home.resolve("secrets"), new SecureRandom()).mint(MINE, name);
        return value(minted.read(call(MINE), reference).orElseThrow());
    }

    private SecretRef file(String content, String permissions) throws IOException {
        Path file = Files.createTempFile(folder, "secret", "");
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return SecretRef.file(file.toString());
    }

    private void assertRefused(ApplicationId caller, SecretRef reference, String code, String part) {
        assertThatThrownBy(() -> secrets.resolve(call(caller), reference))
                .isInstanceOfSatisfying(QuantumLayerException.class, e -> {
                    assertThat(e.failure().type()).isEqualTo(ErrorType.CONFIGURATION);
                    assertThat(e.failure().code()).isEqualTo(code);
                    assertThat(e.failure().message())
                            .contains(reference.toString(), part)
                            .doesNotContain("s3cret");
                });
    }

    private static String value(Secret secret) {
        return secret.reveal(value -> value);
    }

    private static CallContext call(ApplicationId application) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
        return CallContext.of(new RunId(application, "r".repeat(26)), "k".repeat(26), clock.instant(), clock);
    }
}
