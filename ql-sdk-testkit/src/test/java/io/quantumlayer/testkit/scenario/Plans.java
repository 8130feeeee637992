package io.quantumlayer.testkit.scenario;

import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;

/** The plans of these tests: one application that changes. */
final class Plans {
    private Plans() {}

    static DeploymentPlan first() {
        return todo().build();
    }

    static DeploymentPlan second() {
        return todo().environment("COLOUR", "green").build();
    }

    static DeploymentPlan third() {
        return todo().environment("COLOUR", "blue").build();
    }

    /** Another source, and so another image. */
    static DeploymentPlan other() {
        return DeploymentPlan.named("todo")
                .requirement("Create a Java REST service for a shopping list")
                .build();
    }

    private static DeploymentPlanBuilder todo() {
        return DeploymentPlan.named("todo").requirement("Create a Java REST service for a todo list");
    }
}
