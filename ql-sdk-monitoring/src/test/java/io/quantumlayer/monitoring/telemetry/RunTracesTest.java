package io.quantumlayer.monitoring.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quantumlayer.api.event.RunEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunTracesTest {
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(spans))
            .build();

    @Test
    void aRunIsASpanWithItsStepsBelow() {
        OpenTelemetrySdk telemetry =
                OpenTelemetrySdk.builder().setTracerProvider(provider).build();
        new Told(new RunTraces(telemetry)).wholeRun();

        List<SpanData> told = spans.getFinishedSpanItems();
        assertThat(told).extracting(SpanData::getName).containsExactly("scan", "scan", "run");
        SpanData run = told.get(2);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(run.getEndEpochNanos() - run.getStartEpochNanos()))
                .isEqualTo(9);
        assertThat(run.getAttributes().get(AttributeKey.stringKey("quantumlayer.application")))
                .isEqualTo("default/todo");
        assertThat(run.getAttributes().get(AttributeKey.stringKey("quantumlayer.outcome")))
                .isEqualTo("CANCELLED");
        assertThat(told.subList(0, 2)).allSatisfy(step -> {
            assertThat(step.getParentSpanId()).isEqualTo(run.getSpanId());
            assertThat(step.getTraceId()).isEqualTo(run.getTraceId());
        });
        assertThat(told.get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(told.get(0).getStatus().getDescription()).isEqualTo("no route");
        assertThat(told.get(1).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void anEventOfARunThatIsNotKnownIsNoSpan() {
        OpenTelemetrySdk telemetry =
                OpenTelemetrySdk.builder().setTracerProvider(provider).build();
        new Told(new RunTraces(telemetry)).event(RunEvent.Type.STEP_STARTED, "step", "scan");

        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }
}
