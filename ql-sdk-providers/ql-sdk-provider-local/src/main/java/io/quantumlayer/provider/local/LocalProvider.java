package io.quantumlayer.provider.local;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.placement.Detection;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.error.ErrorClassifier;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.provider.Control;
import io.quantumlayer.api.spi.provider.LogPage;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.Standing;
import io.quantumlayer.api.spi.provider.TrafficState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Hands each call to the service it belongs to; changes of one application take turns, reading never waits. */
final class LocalProvider implements Provider {
    static final String ID = "local";

    private final Turns turns = new Turns();
    private final LocalErrors errors = new LocalErrors();
    private final LocalHome home;
    private final ReleaseProcess processes;
    private final ForwarderHost forwarders;
    private final TrafficService traffic;
    private final LocalControls controls;
    private final LocalOfferings offerings;
    private final LocalDetection detection;
    private final List<LocalService> services;
    private final List<String> ids = List.of(DataFolderService.ID, ReleaseFolderService.ID, ProcessService.ID);

    LocalProvider(ExtensionContext context, LocalSettings settings, Podman podman) {
        ProcFs proc = new ProcFs(Path.of("/proc"));
        this.home = new LocalHome(context.home());
        this.processes =
                new ReleaseProcess(new ReleaseProcess.Runners(context.processes(), podman), proc, settings.grace());
        this.forwarders = new ForwarderHost(settings.java());
        this.traffic = new TrafficService(home, processes, forwarders, settings.drain());
        this.controls = new LocalControls(processes, proc);
        this.offerings = new LocalOfferings(settings, context.tools(), context.clock());
        this.detection = new LocalDetection(
                home, settings, LocalDetection.Machine.of(context.processes()::sandbox, context.tools()));
        SecretFiles secrets = new SecretFiles(context.secrets());
        StartCommand command = new StartCommand(secrets, settings.java(), context.tools());
        this.services = List.of(
                new DataFolderService(home),
                new ReleaseFolderService(home, context.artifacts(), processes),
                new ProcessService(
                        home,
                        new ProcessService.Starters(
                                context.processes(), command, podman, new ContainerOptions(secrets)),
                        processes,
                        settings.start()));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ErrorClassifier errors() {
        return errors;
    }

    @Override
    public Detection detect(CallContext context) {
        return io(() -> detection.detect(context));
    }

    @Override
    public List<Offering> offerings() {
        return offerings.list();
    }

    @Override
    public List<Operation> plan(CallContext context, ReleaseSpec spec) {
        if (spec.workload().replicas() != 1) {
            throw new QuantumLayerException(
                    LocalFailures.replicas(spec.workload().replicas()));
        }
        return services.stream()
                .map(service -> service.operation(spec.application(), spec.release()))
                .toList();
    }

    @Override
    public Effect<Map<String, String>> ensure(CallContext context, ReleaseSpec spec, Operation operation) {
        LocalService service = service(operation);
        return inTurn(spec.application(), () -> service.ensure(context, spec));
    }

    @Override
    public Observation observe(CallContext context, Operation operation) {
        return io(() -> service(operation).observe(context, operation));
    }

    @Override
    public Effect<Map<String, String>> remove(CallContext context, Operation operation) {
        LocalService service = service(operation);
        return inTurn(LocalHome.applicationOf(operation), () -> service.remove(context, operation));
    }

    @Override
    public Optional<List<Standing>> inventory(CallContext context, Predicate<ApplicationId> wanted) {
        return io(() -> Optional.of(new LocalInventory(home, services).list(context, wanted)));
    }

    @Override
    public Optional<URI> candidate(CallContext context, ReleaseSpec spec) {
        return io(() -> Optional.of(Ports.address(processes.port(home.release(spec)))));
    }

    @Override
    public Effect<Map<String, String>> switchTraffic(CallContext context, ReleaseSpec spec) {
        return inTurn(spec.application(), () -> traffic.switchTo(spec));
    }

    @Override
    public Effect<Map<String, String>> switchOff(CallContext context, ReleaseSpec spec) {
        return inTurn(spec.application(), () -> traffic.switchOff(spec));
    }

    @Override
    public TrafficState traffic(CallContext context, ReleaseSpec spec) {
        return io(() -> traffic.traffic(context, spec));
    }

    @Override
    public List<Control> controls(CallContext context, ReleaseSpec spec) {
        return io(() -> controls.observe(home.release(spec)));
    }

    @Override
    public LogPage logs(CallContext context, ReleaseSpec spec, String cursor) {
        return io(() -> processes.page(home.release(spec), cursor));
    }

    @Override
    public void close() {
        forwarders.forget();
    }

    private LocalService service(Operation operation) {
        int index = ids.indexOf(operation.id());
        if (index < 0) {
            throw new QuantumLayerException(LocalFailures.foreignOperation(operation.id(), "a known id"));
        }
        return services.get(index);
    }

    /** What is refused on purpose is an answer; only what nobody foresaw leaves the effect in doubt. */
    private Effect<Map<String, String>> inTurn(ApplicationId application, IoCall<Effect<Map<String, String>>> call) {
        try {
            return io(() -> turns.take(application, call));
        } catch (QuantumLayerException e) {
            return Effect.failed(e.failure());
        }
    }

    private static <T> T io(IoCall<T> call) {
        try {
            return call.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
