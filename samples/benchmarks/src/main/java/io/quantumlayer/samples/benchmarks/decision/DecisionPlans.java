package io.quantumlayer.samples.benchmarks.decision;

import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.Traffic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Plans of many shapes, numbered, so that no two decisions of a measurement are about the same numbers. */
final class DecisionPlans {
    private DecisionPlans() {}

    /** The plan of a number; plans of a shape differ in their traffic, which changes every price. */
    static DeploymentPlan number(int number) {
        BigDecimal perSecond = BigDecimal.valueOf(1 + number % 2_000);
        List<DeploymentPlanBuilder> shapes = List.of(
                plan("A Python REST API").language("python"),
                plan("A Django web application for patients")
                        .language("python")
                        .framework("django")
                        .compliance(Programme.HIPAA),
                plan("A Spring REST service")
                        .language("java")
                        .framework("spring")
                        .latency(Duration.ofMillis(300))
                        .residency(Residency.EU),
                plan("A React single page frontend of a shop")
                        .language("javascript")
                        .framework("react"),
                plan("A REST API for checkout")
                        .language("javascript")
                        .compliance(Programme.PCI_DSS)
                        .monthlyBudget(Money.usd(200)),
                plan("A Go service").language("go").region("us").excludeProvider("azure"));
        DeploymentPlanBuilder shape = shapes.get(number % shapes.size());
        return shape.traffic(new Traffic(perSecond)).build();
    }

    private static DeploymentPlanBuilder plan(String requirement) {
        return DeploymentPlan.named("app").requirement(requirement);
    }
}
