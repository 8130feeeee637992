package io.quantumlayer.security.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.security.ScanReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileDangerTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource({
        ".git/config, file.version-control, .git",
        "ID_RSA, file.ssh-key, ID_RSA",
        "deploy_ed25519, file.ssh-key, deploy_ed25519",
        "conf/truststore.jks, file.trust-store, conf/truststore.jks",
        "conf/server.p12, file.key-store, conf/server.p12",
        "home/.aws/credentials, file.cloud-credentials, home/.aws/credentials",
        "service-account-prod.json, file.cloud-credentials, service-account-prod.json",
        ".docker/config.json, file.tool-credentials, .docker/config.json",
        ".env.production, file.environment, .env.production",
        "terraform.tfstate, file.state, terraform.tfstate",
        ".bash_history, file.history, .bash_history",
        "x/.bashrc, file.shell-start, x/.bashrc",
        "heap.hprof, file.memory-dump, heap.hprof",
        "a:b.txt, name.unportable, a:b.txt",
        "nul.txt, name.unportable, nul.txt",
        "x./y, name.unportable, x.",
        "-rf, name.option, -rf",
        "a\\b, name.hostile, a\\u005cb",
    })
    void a_name_tells(String file, String rule, String location) throws IOException {
        Scans.write(root, file, "nothing\n");

        assertThat(Scans.scan(root).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule().id()).isEqualTo(rule))
                .satisfies(finding -> assertThat(finding.location().toString()).isEqualTo(location));
    }

    @ParameterizedTest
    @CsvSource({"credentials", "config.json", ".env.example", "README.md", ".gitignore", "Main.java", "con.d/x.conf.d"})
    void a_harmless_name_tells_nothing(String file) throws IOException {
        Scans.write(root, file.replace("con.d", "conf.d"), "nothing\n");

        assertThat(Scans.scan(root).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "7f454c460201, file.executable",
        "cffaedfe0700, file.executable",
        "cafebabe0000003d, file.compiled",
        "0061736d01000000, file.compiled",
        "feedfeed00000002, file.key-store",
    })
    void the_first_bytes_tell_whatever_the_name_says(String bytes, String rule) throws IOException {
        Scans.write(root, "logo.png", HexFormat.of().parseHex(bytes));

        assertThat(Scans.rules(Scans.scan(root))).containsExactly(rule);
    }

    @Test
    void a_program_for_windows_is_told_from_a_text_that_starts_alike() throws IOException {
        byte[] program = new byte[256];
        program[0] = 'M';
        program[1] = 'Z';
        program[0x3c] = (byte) 0x80;
        program[0x80] = 'P';
        program[0x81] = 'E';
        Scans.write(root, "a.dll", program);
        Scans.write(
                root, "b.txt", "MZ is short for Mark Zbikowski, whose initials start programs of another system.\n");

        assertThat(Scans.scan(root).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.location().toString()).isEqualTo("a.dll"))
                .satisfies(finding -> assertThat(finding.rule().id()).isEqualTo("file.executable"));
    }

    @Test
    void names_that_mislead_are_shown_harmlessly() throws IOException {
        Scans.write(root, "invoice\u202efdp.sh", "echo\n");
        Scans.write(root, "line\nbreak", "x\n");

        ScanReport report = Scans.scan(root);

        assertThat(Scans.rules(report)).containsExactly("name.hostile", "name.hostile");
        assertThat(report.findings())
                .extracting(finding -> finding.location().toString())
                .containsExactly("invoice\\u202efdp.sh", "line\\u000abreak");
    }

    @Test
    void names_that_differ_by_case_are_told() throws IOException {
        Scans.write(root, "Readme", "x");
        Scans.write(root, "README", "x");

        assertThat(Scans.rules(Scans.scan(root))).containsExactly("name.twin");
    }

    @Test
    void a_secret_in_a_name_is_seen_and_not_repeated() throws IOException {
        String token = "gh" + "p_" + new Drawn(9).letters(36);
        Scans.write(root, "backup-" + token + "/archive.zip", new byte[] {'P', 'K', 3, 4});

        ScanReport report = Scans.scan(root);

        assertThat(report.findings().get(0).location().toString()).isEqualTo("backup-***");
        assertThat(Scans.rules(report)).containsOnly("secret.github-token");
        assertThat(report.coverage().skipped())
                .isEqualTo(List.of("backup-***/archive.zip: an archive, not looked into"));
        assertThat(report.toString()).doesNotContain(token);
    }

    @Test
    void a_download_piped_to_a_shell_is_for_scripts_alone() throws IOException {
        String line = "curl -sSf \\\n  https://get.acme.test | env A=1 /bin/" + "sh\n";
        Scans.write(root, "setup", "#!/bin/sh\n" + line);
        Scans.write(root, "README.md", line);
        Scans.write(root, "ok.sh", "curl https://a.test | jq .\nwget -q https://a.test; echo a | sh\n");

        assertThat(Scans.scan(root).findings())
                .extracting(finding -> finding.location().toString())
                .containsExactly("setup:2");
    }
}
