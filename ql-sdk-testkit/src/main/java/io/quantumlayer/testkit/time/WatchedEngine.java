package io.quantumlayer.testkit.time;

import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.engine.EngineFactory;
import io.quantumlayer.api.spi.engine.EngineSetup;
import io.quantumlayer.api.spi.engine.ExecutionEngine;
import io.quantumlayer.api.spi.engine.Flow;
import io.quantumlayer.api.spi.engine.FlowCommand;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.api.spi.engine.RunRequest;
import io.quantumlayer.api.spi.journal.RunHeader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Any engine, telling which of its runs work and which wait. */
final class WatchedEngine implements ExecutionEngine {
    private final ExecutionEngine engine;
    private final EngineSetup setup;
    private final TimeSkipper.RunWatcher watcher;
    private final Set<RunId> here = ConcurrentHashMap.newKeySet();

    private WatchedEngine(ExecutionEngine engine, EngineSetup setup, TimeSkipper.RunWatcher watcher) {
        this.engine = engine;
        this.setup = setup;
        this.watcher = watcher;
    }

    static ExecutionEngine create(EngineFactory factory, EngineSetup setup, Activity activity) {
        return new WatchedEngine(factory.create(new WatchedSetup(setup, activity)), setup, activity);
    }

    @Override
    public void start(RunRequest request) {
        watcher.begun(request.id());
        boolean started = false;
        try {
            engine.start(request);
            started = true;
        } finally {
            if (!started) {
                watcher.over(request.id());
            }
        }
        watchEnd(request.id());
    }

    @Override
    public void resume(RunId run) {
        if (here.contains(run)) {
            engine.resume(run);
            return;
        }
        Optional<FlowCommand> last = setup.journal().find(run).map(this::lastCommand);
        watcher.begun(run);
        last.ifPresent(command -> watcher.commanded(run, command));
        boolean resumed = false;
        try {
            engine.resume(run);
            resumed = true;
        } finally {
            if (!resumed) {
                watcher.over(run);
            }
        }
        watchEnd(run);
    }

    /** An engine that resumes folds the history without telling its observer, so it is folded here too. */
    private FlowCommand lastCommand(RunHeader header) {
        return fold(setup.flow(header.kind(), header.flowVersion()), engine.history(header.id()));
    }

    private static <S> FlowCommand fold(Flow<S> flow, List<FlowEvent> history) {
        S state = flow.initial();
        FlowCommand command = FlowCommand.waitForSignal();
        for (FlowEvent event : history) {
            Flow.Transition<S> transition = flow.next(state, event);
            state = transition.state();
            command = transition.command();
        }
        return command;
    }

    private void watchEnd(RunId run) {
        here.add(run);
        var unused = engine.completion(run).whenComplete((end, error) -> {
            here.remove(run);
            watcher.over(run);
        });
    }

    @Override
    public void signal(RunId run, String name, byte[] payload) {
        watcher.signalled(run);
        engine.signal(run, name, payload);
    }

    @Override
    public CompletionStage<byte[]> completion(RunId run) {
        return engine.completion(run);
    }

    @Override
    public List<FlowEvent> history(RunId run) {
        return engine.history(run);
    }

    @Override
    public void abandon() {
        engine.abandon();
    }

    @Override
    public void close() {
        engine.close();
    }
}
