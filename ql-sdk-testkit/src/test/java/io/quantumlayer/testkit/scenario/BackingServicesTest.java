package io.quantumlayer.testkit.scenario;

import static io.quantumlayer.testkit.QuantumLayerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.Application;
import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.plan.BackingService;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.testkit.bench.TestBench;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackingServicesTest {
    private static final ApplicationId APPLICATION = new ApplicationId("default", "todo");
    private static final SecretRef REFERENCE = new SecretRef("fake", "orders");
    private static final String PASSWORD = "correct-horse-battery";
    private static final String URL = "postgresql://app:" + PASSWORD + "@db.internal/orders";

    @TempDir
    Path home;

    private TestBench bench;
    private QuantumLayer layer;

    @BeforeEach
    void open() {
        bench = TestBench.in(home);
        layer = bench.start();
        bench.secrets().put("default", REFERENCE.path(), URL);
    }

    @AfterEach
    void close() {
        layer.close();
    }

    @Test
    void aBoundDatabaseIsHandedOverByReferenceAndItsUrlStandsNowhere() {
        Deployment deployment = layer.deploy(bound(Plans.first()));
        DeploymentResult result = bench.await(deployment);

        assertThat(result).isLive();
        assertThat(journal()).contains("DATABASE_URL", REFERENCE.toString());
        assertThat(journal() + deployment.events() + deployment.report() + result)
                .doesNotContain(PASSWORD, "db.internal");
    }

    @Test
    void aUrlThatTheApplicationDoesNotUnderstandIsRefusedBeforeAnythingStarts() {
        bench.secrets().put("default", REFERENCE.path(), "mysql://app:" + PASSWORD + "@db.internal/orders");
        DeploymentResult result = bench.await(layer.deploy(bound(Plans.first())));

        assertThat(result).hasOutcome(Outcome.FAILED);
        assertThat(result.failure().orElseThrow().message())
                .isEqualTo("the binding database (fake:orders) must be a URL of one of the known schemes: postgresql,"
                        + " sqlite");
        assertThat(bench.world().log()).isEmpty();
    }

    @Test
    void aSecretThatIsNoUrlIsRefusedWithoutItsValue() {
        bench.secrets().put("default", REFERENCE.path(), PASSWORD);
        DeploymentResult result = bench.await(layer.deploy(bound(Plans.first())));

        assertThat(result).hasOutcome(Outcome.FAILED);
        assertThat(result.failure().orElseThrow().code()).isEqualTo("binding.scheme");
        assertThat(result.toString()).doesNotContain(PASSWORD);
    }

    @Test
    void aSecretThatDoesNotExistIsRefusedByItsReference() {
        DeploymentPlan plan = Plans.first().toBuilder()
                .binding(BackingService.DATABASE, new SecretRef("fake", "nowhere"))
                .build();
        DeploymentResult result = bench.await(layer.deploy(plan));

        assertThat(result).hasOutcome(Outcome.FAILED);
        assertThat(result.failure().orElseThrow().message()).contains("fake:nowhere");
        assertThat(bench.world().log()).isEmpty();
    }

    @Test
    void anUnreachableDatabaseNamesTheBindingAndTheOldReleaseKeepsTheTraffic() {
        assertThat(bench.await(layer.deploy(bound(Plans.first())))).isLive();
        ReleaseId old = bench.world().route(APPLICATION).orElseThrow().release();
        int resources = bench.world().resources().size();
        bench.world().answerWith(503);
        bench.world().answerWith(old, 200);
        DeploymentResult result = bench.await(layer.deploy(bound(Plans.second())));

        assertThat(result).hasOutcome(Outcome.FAILED);
        assertThat(result.failure().orElseThrow().message()).contains("its binding database (fake:orders)", "503");
        assertThat(bench.world().route(APPLICATION).orElseThrow().release()).isEqualTo(old);
        assertThat(bench.world().resources()).hasSize(resources);
    }

    @Test
    void aPreviewSaysWhatIsBoundWithoutReadingIt() {
        assertThat(layer.preview(bound(Plans.first())).operations())
                .contains("bind database to the URL in fake:orders");
    }

    @Test
    void aRollbackWarnsWhenTheSchemaMovedOnAndNamesBothVersions() {
        bench.world().tellSchema("3");
        assertThat(bench.await(layer.deploy(Plans.first()))).isLive();
        bench.world().tellSchema("12");
        assertThat(bench.await(layer.deploy(Plans.second()))).isLive();
        List<String> foreseen = app().rollbackPreview().warnings();
        Deployment rollback = app().rollback();
        DeploymentResult result = bench.await(rollback);

        assertThat(foreseen).singleElement().asString().contains("at version 12", "went live with version 3");
        assertThat(result).hasOutcome(Outcome.ROLLED_BACK);
        assertThat(result.warnings()).isEqualTo(foreseen);
        assertThat(result.toString()).contains("warning: " + foreseen.get(0));
        assertThat(rollback.report()).contains("Warning: ", "at version 12");
        assertThat(rollback.events())
                .filteredOn(event -> event.type() == RunEvent.Type.STEP_ENDED)
                .anyMatch(event -> event.detail("warning").equals(foreseen.get(0)));
    }

    @Test
    void aRollbackOnAnEqualSchemaWarnsOfNothing() {
        bench.world().tellSchema("3");
        bench.await(layer.deploy(Plans.first()));
        bench.await(layer.deploy(Plans.second()));

        assertThat(app().rollbackPreview().warnings()).isEmpty();
        assertThat(bench.await(app().rollback()).warnings()).isEmpty();
    }

    @Test
    void aVersionThatNobodyToldIsUnknown() {
        bench.world().tellSchema("<script>");
        bench.await(layer.deploy(Plans.first()));
        bench.world().tellSchema("2");
        bench.await(layer.deploy(Plans.second()));

        assertThat(app().rollbackPreview().warnings())
                .singleElement()
                .asString()
                .contains("at version 2", "went live with version UNKNOWN");
        assertThat(journal()).doesNotContain("<script>");
    }

    private static DeploymentPlan bound(DeploymentPlan plan) {
        return plan.toBuilder().binding(BackingService.DATABASE, REFERENCE).build();
    }

    private Application app() {
        return layer.application(APPLICATION);
    }

    private String journal() {
        StringBuilder text = new StringBuilder();
        for (JournalRecord.Kind kind : JournalRecord.Kind.values()) {
            bench.journal()
                    .records(APPLICATION, kind)
                    .forEach(stored -> text.append(new String(stored.record().json(), StandardCharsets.UTF_8)));
        }
        return text.toString();
    }
}
