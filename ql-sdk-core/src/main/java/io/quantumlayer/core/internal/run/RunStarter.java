package io.quantumlayer.core.internal.run;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.spi.engine.RunRequest;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.core.internal.codec.Json;

/** Starts runs, and goes on with those of dead hosts. */
final class RunStarter {
    private static final int FLOW_VERSION = 1;

    private final Kernel kernel;

    RunStarter(Kernel kernel) {
        this.kernel = kernel;
    }

    Deployment start(ApplicationId application, RunKind kind, Object request) {
        RunId run = kernel.ids().run(application);
        kernel.streams().open(run);
        kernel.core().steps().begin(run, request);
        boolean started = false;
        try {
            kernel.core().engine().start(new RunRequest(run, kind, Json.write(request)));
            started = true;
        } finally {
            if (!started) {
                kernel.streams().close(run);
                kernel.core().steps().forget(run);
            }
        }
        RunHeader header =
                new RunHeader(run, kind, FLOW_VERSION, false, kernel.clock().instant());
        Deployment handle = new DeploymentHandle(kernel, header);
        forgetAtEnd(handle);
        return handle;
    }

    Deployment resume(RunHeader header) {
        kernel.streams().open(header.id()).restore((projection, extent) -> kernel.replay(header, projection, extent));
        kernel.core().engine().resume(header.id());
        Deployment handle = new DeploymentHandle(kernel, header);
        forgetAtEnd(handle);
        return handle;
    }

    private void forgetAtEnd(Deployment handle) {
        var unused = kernel.core().engine().completion(handle.id()).whenComplete((end, thrown) -> {
            kernel.core().steps().forget(handle.id());
            if (thrown == null) {
                kernel.core().retention().ifPresent(r -> r.apply(handle.id().application()));
            }
        });
    }
}
