package io.quantumlayer.samples.benchmarks.engine;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.util.ArrayDeque;
import java.util.Deque;

/** Temporal with the same three steps: its in-memory test server, or a server that runs already. */
final class TemporalEngine implements EngineUnderTest {
    private static final String QUEUE = "bench";

    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final WorkflowClient client;
    private final String payload = Payload.text();

    TemporalEngine(String target) {
        if (target.isEmpty()) {
            TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance();
            register(environment.newWorker(QUEUE));
            environment.start();
            this.client = environment.getWorkflowClient();
            closing.push(environment::close);
        } else {
            WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
                    WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
            this.client = WorkflowClient.newInstance(
                    stubs,
                    WorkflowClientOptions.newBuilder().setNamespace("default").build());
            WorkerFactory factory = WorkerFactory.newInstance(client);
            register(factory.newWorker(QUEUE));
            factory.start();
            closing.push(stubs::shutdownNow);
            closing.push(factory::shutdownNow);
        }
    }

    private static void register(Worker worker) {
        worker.registerWorkflowImplementationTypes(ThreeActivities.class);
        worker.registerActivitiesImplementations(new NoOp());
    }

    @Override
    public void runOnce() {
        Workflow workflow = client.newWorkflowStub(
                Workflow.class, WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
        workflow.run(payload);
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }
}
