package io.quantumlayer.core.internal.select;

import static io.quantumlayer.core.internal.select.World.decide;
import static io.quantumlayer.core.internal.select.World.java;
import static io.quantumlayer.core.internal.select.World.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.AppSpecBuilder;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.placement.Rejection;
import io.quantumlayer.api.plan.Memory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShapeLimitsTest {
    private static final Offering SHORT =
            java("short/run/here", "duration.max=900 s", "memory.max=4096 MiB", "instances.ready=0 instances");
    private static final Offering LONG =
            java("until/done/here", "memory.max=16384 MiB", "instances.ready=1 instances", "runs.only=yes");

    @Test
    void work_of_twenty_minutes_goes_where_it_is_not_stopped() {
        PlacementDecision decision = decide(
                kind(AppKind.JOB)
                        .duration(Trait.stated(Duration.ofMinutes(20), "20 minutes"))
                        .build(),
                plan(),
                SHORT,
                LONG);
        assertThat(World.winner(decision)).isEqualTo("until/done/here");
        assertThat(World.only(decision).limit()).isEqualTo("duration");
    }

    @Test
    void work_without_end_goes_where_something_always_runs() {
        PlacementDecision decision = decide(
                kind(AppKind.WORKER).build(), plan(), SHORT, java("always/on/here", "instances.ready=1 instances"));
        assertThat(World.winner(decision)).isEqualTo("always/on/here");
        assertThat(World.only(decision).limit()).isEqualTo("always-on");
    }

    @Test
    void memory_that_was_said_is_a_limit() {
        PlacementDecision decision = decide(
                kind(AppKind.JOB)
                        .memory(Trait.stated(Memory.parse("8Gi"), "8 GB"))
                        .build(),
                plan(),
                SHORT,
                LONG);
        assertThat(World.only(decision).limit()).isEqualTo("resources");
    }

    @Test
    void a_graphics_processor_that_nobody_stated_is_refused_honestly() {
        PlacementDecision decision =
                decide(kind(AppKind.API).gpu(Trait.stated(true, "GPU")).build(), plan(), SHORT, LONG);
        assertThat(decision.chosen()).isEmpty();
        assertThat(decision.rejections()).extracting(Rejection::limit).containsOnly("gpu");
    }

    @Test
    void what_only_runs_jobs_answers_no_requests() {
        PlacementDecision decision = decide(kind(AppKind.API).build(), plan(), SHORT, LONG);
        assertThat(World.winner(decision)).isEqualTo("short/run/here");
        assertThat(World.only(decision).limit()).isEqualTo("requests");
    }

    @Test
    void words_place_an_application_at_the_edge_or_on_premises() {
        assertThat(decide(kind(AppKind.API).build(), plan().requirement("a service on-premises only"), SHORT)
                        .rejections())
                .extracting(Rejection::limit)
                .containsExactly("on-premises");
        assertThat(decide(kind(AppKind.FUNCTION).build(), plan().requirement("an edge function"), SHORT)
                        .rejections())
                .extracting(Rejection::limit)
                .containsExactly("edge");
        assertThat(decide(kind(AppKind.API).build(), plan().requirement("a service, not on-premises"), SHORT)
                        .rejections())
                .isEmpty();
    }

    private static AppSpecBuilder kind(AppKind kind) {
        return AppSpec.ofKind(Trait.stated(kind, "kind"));
    }
}
