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

class ManifestScanTest {
    private static final String HEAD = "apiVersion: v1\nkind: Pod\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEAD + "spec: [",
                HEAD + "kind: Pod\n",
                HEAD + "spec:\n\t- a\n",
                HEAD + "? [a]\n: b\n",
                HEAD + "spec: &a [*a]\n",
                "AWSTemplateFormatVersion: '2010-09-09'\nResources: {A: {Type: AWS::S3::Bucket}, A: {}}\n",
                "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"kind\": \"Pod\"}",
                "{\"apiVersion\": \"v1\", \"kind\": \"Pod\"} x",
            })
    void manifestThatIsNotUnderstoodIsNoAllClear(String text) throws IOException {
        Infra.write(folder, "it.yaml", text);
        ScanReport report = Infra.scan(folder);
        assertThat(report.status()).isEqualTo(ScanStatus.FAILED);
        assertThat(report.failure().map(Failure::message).orElse("")).contains("it.yaml: ");
    }

    @Test
    void aliasesThatMultiplyEndTheReading() throws IOException {
        StringBuilder bomb = new StringBuilder(HEAD + "a0: &a0 {x: y}\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        Infra.write(folder, "it.yaml", bomb.toString());
        assertThat(Infra.scan(folder).status()).isEqualTo(ScanStatus.FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services:\n  web:\n    image: shop\n",
                "apiVersion: quantumlayer.io/v1alpha1\nkind: DeploymentPlan\n",
                "apiVersion: openslo/v1\nkind: SLO\n",
                "apiVersion: v1\nkind: Config\nclusters: []\n",
                "{ not: [yaml\n"
            })
    void otherFilesAreLeftAlone(String text) throws IOException {
        Infra.write(folder, "it.yaml", text);
        assertThat(Infra.scan(folder).status()).isEqualTo(ScanStatus.NOT_APPLICABLE);
    }

    @Test
    void templateIsNamedAsNotJudged() throws IOException {
        String chart = HEAD + "spec:\n{{- if .Values.x }}\n  hostPID: true\n{{- end }}\n";
        Infra.write(folder, "templates/pod.yaml", chart);
        ScanReport alone = Infra.scan(folder);
        assertThat(alone.status()).isEqualTo(ScanStatus.NOT_APPLICABLE);
        assertThat(alone.coverage().skipped())
                .containsExactly("1 templates of infrastructure files can be judged when they are rendered");
        Infra.write(folder, "pod.yaml", HEAD + "spec: {hostPID: \"{{ .Values.x }}\"}\n");
        assertThat(Infra.scan(folder).coverage().skipped())
                .containsExactly(
                        "pod.yaml: line 3: Pod without a name, hostPID is worked out later",
                        "templates/pod.yaml: a template, which can be judged when it is rendered");
    }

    @Test
    void everyDocumentAndContainerIsJudgedByItself() throws IOException {
        Infra.write(folder, "it.yml", "---\n" + HEAD + """
                metadata: {name: a}
                spec:
                  containers: &all
                    - {name: one, image: "x@sha256:0", securityContext: {privileged: true}}
                    - {name: two, image: "x@sha256:0", securityContext: {privileged: true}}
                ---
                # nothing
                ---
                """ + HEAD + """
                metadata: {name: b}
                spec:
                  <<: {hostPID: true}
                  initContainers:
                    - {name: three, image: "x@sha256:0", securityContext: {privileged: "true"}}
                """);
        ScanReport report = Infra.scan(folder);
        assertThat(report.findings().stream()
                        .filter(f -> f.rule().id().equals("kubernetes.privileged"))
                        .map(f -> f.location() + " "
                                + f.message().substring(0, f.message().indexOf(':'))))
                .containsExactly(
                        "it.yml:7 Pod a, container one, securityContext.privileged",
                        "it.yml:8 Pod a, container two, securityContext.privileged",
                        "it.yml:18 Pod b, container three, securityContext.privileged");
        assertThat(Infra.rules(report)).contains("kubernetes.host-processes");
    }
}
