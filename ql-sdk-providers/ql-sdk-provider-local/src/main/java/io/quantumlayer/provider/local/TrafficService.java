package io.quantumlayer.provider.local;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.TrafficState;
import io.quantumlayer.api.spi.provider.TrafficState.Route;
import io.quantumlayer.provider.local.forwarder.ForwarderChange;
import io.quantumlayer.provider.local.forwarder.ForwarderClient;
import io.quantumlayer.provider.local.forwarder.ForwarderFolder;
import io.quantumlayer.provider.local.forwarder.ForwarderReady;
import io.quantumlayer.provider.local.forwarder.ForwarderReply;
import io.quantumlayer.provider.local.forwarder.ForwarderTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Keeps one address per application and leads it to one of its releases, by asking the forwarder each time. */
final class TrafficService {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration COMMAND = Duration.ofSeconds(5);

    private final LocalHome home;
    private final ReleaseProcess processes;
    private final ForwarderHost host;
    private final Duration drain;

    TrafficService(LocalHome home, ReleaseProcess processes, ForwarderHost host, Duration drain) {
        this.home = home;
        this.processes = processes;
        this.host = host;
        this.drain = drain;
    }

    Effect<Map<String, String>> switchTo(ReleaseSpec spec) throws IOException {
        ReleaseFolder release = home.release(spec);
        ForwarderFolder folder = release.application().forwarder();
        int target = processes.port(release);
        OptionalInt fixed = spec.workload().port();
        Effect<ForwarderReady> running = host.run(folder, fixed.orElse(0));
        Optional<ForwarderReady> ready = running.value();
        if (ready.isEmpty()) {
            return running.fold(none -> Effect.pending(POLL), Effect::pending, Effect::failed);
        }
        int port = ready.get().listenPort();
        return fixed.orElse(port) == port ? lead(release, spec, target, port) : move(folder, fixed.getAsInt());
    }

    /** Done once the forwarder is seen to be gone and its folder is removed. */
    Effect<Map<String, String>> switchOff(ReleaseSpec spec) throws IOException {
        ApplicationFolder application = home.application(spec.application());
        ForwarderFolder folder = application.forwarder();
        if (folder.running()) {
            return end(folder);
        }
        if (host.starting(folder) || !folder.ended()) {
            return Effect.pending(POLL);
        }
        Folders.discard(folder.path());
        application.prune();
        return Effect.done(Map.of());
    }

    /** Empty only where surely nobody forwards; where that cannot be known it throws. */
    TrafficState traffic(CallContext context, ReleaseSpec spec) throws IOException {
        ForwarderFolder folder = home.application(spec.application()).forwarder();
        Instant now = context.clock().instant();
        ForwarderReply<Optional<ForwarderTarget>> reply = client(folder).target();
        Optional<Optional<ForwarderTarget>> answer = reply.value();
        if (answer.isPresent()) {
            Optional<ForwarderReady> ready = folder.ready();
            return new TrafficState(now, Digest.of(answer + " " + ready), route(answer.get(), ready));
        }
        if (folder.running()) {
            throw new QuantumLayerException(unreachable(reply));
        }
        return new TrafficState(now, Digest.of(reply.message()), null);
    }

    private Effect<Map<String, String>> lead(ReleaseFolder release, ReleaseSpec spec, int target, int port)
            throws IOException {
        ForwarderFolder folder = release.application().forwarder();
        ForwarderReply<ForwarderChange> reply =
                client(folder).switchTo(spec.release().value(), spec.digest().toString(), target, drain);
        return switch (reply.kind()) {
            case DONE -> Effect.done(describe(spec, port, release.application().stats()));
            case REFUSED -> refused(reply);
            case UNREACHABLE -> stuck(folder) ? Effect.failed(unreachable(reply)) : Effect.pending(POLL);
            case UNKNOWN -> Effect.failed(LocalFailures.forwarderUnknown(reply.message()));
        };
    }

    /** A new forwarder holds the lock for a moment while what the dead one said still stands there. */
    private static boolean stuck(ForwarderFolder folder) throws IOException {
        return folder.running()
                && folder.ready().flatMap(ForwarderReady::process).isPresent();
    }

    /** Gives the present address up only while the wanted one can be had. */
    private Effect<Map<String, String>> move(ForwarderFolder folder, int port) throws IOException {
        return Ports.taken(port) ? Effect.failed(LocalFailures.portTaken(port)) : end(folder);
    }

    private Effect<Map<String, String>> end(ForwarderFolder folder) throws IOException {
        ForwarderReply<ForwarderReady> reply = client(folder).stop(drain);
        return switch (reply.kind()) {
            case DONE, UNKNOWN -> Effect.pending(POLL);
            case REFUSED -> refused(reply);
            case UNREACHABLE -> {
                // One that is ready and does not answer is stuck; without ready it starts, or ends as it was told.
                folder.ready().flatMap(ForwarderReady::process).ifPresent(ProcessHandle::destroyForcibly);
                yield Effect.pending(POLL);
            }
        };
    }

    private static Effect<Map<String, String>> refused(ForwarderReply<?> reply) {
        String reason = reply instanceof ForwarderReply.Refused<?> refusal ? refusal.code() : "";
        return reason.equals("stopping")
                ? Effect.pending(POLL)
                : Effect.failed(LocalFailures.forwarderRefused(reason, reply.message()));
    }

    private static Failure unreachable(ForwarderReply<?> reply) {
        return LocalFailures.forwarderUnreachable(reply.message());
    }

    private static @Nullable Route route(Optional<ForwarderTarget> target, Optional<ForwarderReady> ready) {
        if (target.isEmpty()) {
            return null;
        }
        int port = ready.map(ForwarderReady::listenPort)
                .orElseThrow(() -> new QuantumLayerException(
                        LocalFailures.forwarderUnreachable("the forwarder ended while it was asked")));
        ForwarderTarget known = target.get();
        return new Route(Ports.address(port), new ReleaseId(known.release()), Digest.parse(known.digest()));
    }

    private static Map<String, String> describe(ReleaseSpec spec, int port, Path stats) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("address", Ports.address(port).toString());
        attributes.put("release", spec.release().value());
        attributes.put("traffic", stats.toString());
        return attributes;
    }

    private static ForwarderClient client(ForwarderFolder folder) {
        return ForwarderClient.of(folder, COMMAND);
    }
}
