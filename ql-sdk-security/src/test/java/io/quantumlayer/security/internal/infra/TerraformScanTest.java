package io.quantumlayer.security.internal.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanStatus;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerraformScanTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource \"a\" \"b\" {",
                "resource \"a\" \"b\" {\n  a = \"x\n}\n",
                "resource \"a\" \"b\" {\n  a = [1, 2\n}\n",
                "resource \"a\" \"b\" {\n  a = (1]\n}\n",
                "resource \"a\" \"b\" {\n  a = 1\n  a = 2\n}\n",
                "resource \"a\" \"b\" {\n  a =\n}\n",
                "resource \"a\" \"b\" {\n  a = 1 }\n",
                "resource \"a\" \"b\" {\n  a = {x y}\n}\n",
                "resource \"a\" \"b\" {\n  a = <<EOT\nx\n}\n",
                "resource \"a\" \"b\" {\n  a = \"${x\"\n}\n",
                "resource \"a\" \"b\" {\n  a = \"\\q\"\n}\n",
                "resource \"a\" \"b\" {} x\n",
                "a = 1\n",
                "/* no end",
                "resource \"a\" \"b\" {\n  a = ;\n}\n"
            })
    void configurationThatIsNotUnderstoodIsNoAllClear(String text) throws IOException {
        Infra.write(folder, "main.tf", text);
        ScanReport report = Infra.scan(folder);
        assertThat(report.status()).isEqualTo(ScanStatus.FAILED);
        assertThat(report.failure().map(Failure::message).orElse("")).contains("main.tf: line ");
    }

    @Test
    void nestingWithoutAnEndIsRefused() throws IOException {
        Infra.write(folder, "a.tf", "resource \"a\" \"b\" {\n  a = " + "[".repeat(100_000) + "\n}\n");
        Infra.write(folder, "b.tf", "b {\n".repeat(100_000));
        Infra.write(folder, "c.tf", "a \"b\" {\n  a = \"" + "${\"".repeat(100_000) + "\n}\n");
        String message = Infra.scan(folder).failure().map(Failure::message).orElse("");
        assertThat(message).contains("a.tf: ").contains("b.tf: ").contains("c.tf: ");
    }

    @Test
    void whatIsWorkedOutLaterIsSkippedInBalanceAndNamed() throws IOException {
        Infra.write(folder, "main.tf", """
                # every form of expression
                terraform { required_version = ">= 1.5" }
                locals {
                  a = { for k, v in var.all : k => upper(v) if v != "" }
                  b = [for x in [1, 2] : x * 2]
                  c = var.x ? "a" : { b = 1 }["b"]
                  d = try(var.y[0].z, "${var.q["k"]}-${local.a != null ? "x{y}" : ""}")
                  e = (
                    1 +
                    2
                  )
                  f = { (var.k) = 1, "g" : 2, h = -3 }
                  i = !var.on && -1 < 2 || var.list[*].id == provider::x::y(1)
                  j = func(var.list...)
                  k = [
                    "a", # one
                    "b", // two
                  ]
                  l = null
                } /* the
                end */
                resource "aws_db_instance" "it" {
                  publicly_accessible = local.c
                  storage_encrypted   = "${var.yes}"
                  password            = <<EOT
                $${not}
                EOT
                  lifecycle { ignore_changes = [password] }
                }
                """);
        ScanReport report = Infra.scan(folder);
        assertThat(report.failure()).isEmpty();
        assertThat(report.coverage().skipped())
                .containsExactly(
                        "main.tf: line 23: resource aws_db_instance.it, publicly_accessible is worked out later",
                        "main.tf: line 24: resource aws_db_instance.it, storage_encrypted is worked out later");
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void findingsSayWhereTheValueStands() throws IOException {
        String text = "\nresource \"aws_db_instance\" \"it\" {\n\n  publicly_accessible = true\n}\n";
        Infra.write(folder, "main.tf", text.replace("\n", "\r\n"));
        assertThat(Infra.scan(folder).findings().stream()
                        .map(f -> f.location() + " " + f.rule().id()))
                .containsExactly("main.tf:2 terraform.database-plain", "main.tf:4 terraform.database-public");
    }

    @Test
    void installedModulesAreNamedAndNotJudged() throws IOException {
        Infra.write(folder, ".terraform/modules/a/main.tf", "not { terraform");
        Infra.write(folder, "main.tf", "output \"a\" {\n  value = 1\n}\n");
        ScanReport report = Infra.scan(folder);
        assertThat(report.status()).isEqualTo(ScanStatus.COMPLETED);
        assertThat(report.coverage().skipped()).containsExactly(".terraform: what tools put there is not judged");
    }
}
