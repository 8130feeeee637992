package io.quantumlayer.core.internal.plan;

import io.quantumlayer.api.plan.BackingService;
import io.quantumlayer.api.plan.CpuMillis;
import io.quantumlayer.api.plan.DataClass;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import io.quantumlayer.api.plan.Memory;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.Resources;
import io.quantumlayer.api.plan.Retention;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.plan.Slo;
import io.quantumlayer.api.plan.Source;
import io.quantumlayer.api.plan.Traffic;
import io.quantumlayer.api.run.StepName;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes valid plans of every shape, with texts that a careless writer would get wrong. */
public final class RandomPlan {
    private static final List<String> AWKWARD = List.of(
            "plain",
            "true",
            "no",
            "null",
            "~",
            "123",
            "0x1F",
            "1e3",
            "2026-01-01",
            "12:30:45",
            "- item",
            "key: value",
            "# no comment",
            "*alias",
            "&anchor",
            "!tag",
            "%directive",
            "@at",
            "`tick",
            "{}",
            "[a",
            "'single'",
            "\"double\"",
            " leading",
            "trailing ",
            "two\nlines",
            "\n",
            "ends\n",
            "\r\n",
            "\ttab",
            "back\\slash",
            "\u0001\u007f\u0085\u2028",
            "Grüße 世界",
            "\uD83D\uDE80",
            "---",
            "...",
            "<<",
            "=",
            "a".repeat(400),
            "word ".repeat(60),
            "|",
            ">",
            "?",
            "-");

    private final Random random;

    private RandomPlan(Random random) {
        this.random = random;
    }

    public static DeploymentPlan of(Random random) {
        return new RandomPlan(random).plan();
    }

    private DeploymentPlan plan() {
        DeploymentPlanBuilder plan = DeploymentPlan.named("app-" + number(100)).source(source());
        workload(plan);
        placement(plan);
        process(plan);
        promises(plan);
        return plan.build();
    }

    private Source source() {
        List<Source> sources = List.of(
                new Source.Requirement("A list of things: " + awkward()),
                new Source.SourceDirectory("../some dir/" + number(9)),
                new Source.ContainerImage("ghcr.io/acme/app:1." + number(9)));
        return sources.get(number(sources.size()));
    }

    private void workload(DeploymentPlanBuilder plan) {
        maybe(() -> plan.tenant("tenant-" + number(9)));
        maybe(() -> plan.language("c++").framework("spring-boot"));
        maybe(() -> plan.features(names("feature_")));
        maybe(() -> plan.compliance(Programme.SOC2, Programme.of("ISO 27001"), new Programme("P" + number(99))));
        maybe(() -> plan.dataClass(pick(DataClass.values())));
    }

    private void placement(DeploymentPlanBuilder plan) {
        maybe(() -> plan.region(names("eu-")).residency(new Residency("DE")));
        maybe(() -> plan.traffic(new Traffic(BigDecimal.valueOf(1 + number(1_000_000), number(7)))));
        maybe(() ->
                plan.latency(time()).monthlyBudget(Money.of(BigDecimal.valueOf(number(1_000_000), number(9)), "EUR")));
        maybe(() -> plan.monthlyBudget(Money.of(new BigDecimal("9".repeat(30) + "E+30"), "USD")));
        maybe(() -> plan.securityLevel(pick(SecurityLevel.values())));
        maybe(() -> plan.preferProvider(names("good")).excludeProvider(names("bad")));
        maybe(() ->
                plan.slo(Slo.availability(0.999), Slo.latency(0.95, time()).over(Duration.ofHours(1 + number(99)))));
    }

    private void process(DeploymentPlanBuilder plan) {
        IntStream.range(0, number(8)).forEach(i -> plan.environment("VAR_" + number(99), awkward()));
        IntStream.range(0, number(4)).forEach(i -> plan.secret("SECRET_" + i, reference()));
        maybe(() -> plan.binding(BackingService.DATABASE, reference()));
        maybe(() -> plan.port(1 + number(65_535)).healthPath("/health/$" + number(9)));
        maybe(() -> plan.command("run me", awkward(), awkward()));
        maybe(() -> plan.resources(new Resources(
                Optional.of(new CpuMillis(1 + number(10_000))),
                random.nextBoolean() ? Optional.empty() : Optional.of(new Memory(1 + number(1 << 30))))));
        maybe(() -> plan.replicas(1 + number(1000)));
    }

    private void promises(DeploymentPlanBuilder plan) {
        maybe(() -> plan.retention(new Retention(
                2 + number(99),
                random.nextBoolean() ? Optional.empty() : Optional.of(Duration.ofDays(1 + number(99))))));
        maybe(() -> plan.waive("budget", "because " + awkward()).waive("limit." + number(9), awkward() + "x"));
        maybe(() -> plan.requireProof(StepName.SECURE, StepName.BUILD).deadline(time()));
        maybe(() -> plan.approval(time()));
    }

    private SecretRef reference() {
        return random.nextBoolean()
                ? SecretRef.env("NAME_" + number(9))
                : new SecretRef("vault", "kv/a:b#" + number(9));
    }

    private Duration time() {
        return Duration.ofSeconds(number(80_000), 1 + number(999_999_999));
    }

    private String[] names(String prefix) {
        return IntStream.range(0, number(4)).mapToObj(i -> prefix + i).toArray(String[]::new);
    }

    private String awkward() {
        return AWKWARD.get(number(AWKWARD.size()));
    }

    private <T> T pick(T[] values) {
        return values[number(values.length)];
    }

    private int number(int bound) {
        return random.nextInt(bound);
    }

    private void maybe(Runnable change) {
        if (random.nextBoolean()) {
            change.run();
        }
    }
}
