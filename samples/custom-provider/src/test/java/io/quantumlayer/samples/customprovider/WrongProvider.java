package io.quantumlayer.samples.customprovider;

import io.quantumlayer.api.evidence.Digest;
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
import io.quantumlayer.api.spi.provider.Observation.Presence;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.Standing;
import io.quantumlayer.api.spi.provider.TrafficState;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A copy of the provider with one fault. */
final class WrongProvider implements Provider {
    private final Wrong wrong;
    private final ExtensionContext lent;
    private final Provider right;
    private final Map<Operation, CallContext> made = new LinkedHashMap<>();
    private final Map<Operation, CallContext> removed = new LinkedHashMap<>();
    private final Map<String, TrafficState.Route> remembered = new HashMap<>();
    private int copies;

    WrongProvider(Wrong wrong, ExtensionContext lent) {
        this.wrong = wrong;
        this.lent = lent;
        this.right = new LaunchpadProvider(lent);
    }

    private static CallContext patient(CallContext context) {
        return CallContext.of(
                context.run(),
                context.idempotencyKey(),
                context.clock().instant().plus(Duration.ofHours(1)),
                context.clock());
    }

    @Override
    public List<Operation> plan(CallContext context, ReleaseSpec spec) {
        List<Operation> plan = right.plan(context, spec);
        if (wrong == Wrong.PLANS_WITH_EFFECTS) {
            plan.forEach(operation -> right.ensure(context, spec, operation));
        }
        return plan;
    }

    @Override
    public Effect<Map<String, String>> ensure(CallContext context, ReleaseSpec spec, Operation operation) {
        made.put(operation, context);
        if (wrong == Wrong.IGNORES_THE_KEY) {
            String another = operation.resource() + "-" + System.identityHashCode(this) + copies++;
            right.ensure(
                    context,
                    spec,
                    new Operation(operation.id(), another, operation.findBy(), operation.settle(), Map.of()));
        }
        Effect<Map<String, String>> answer = right.ensure(context, spec, operation);
        if (wrong != Wrong.LEAKS_A_SECRET) {
            return answer;
        }
        Map<String, String> told = new HashMap<>(answer.value().orElseThrow());
        spec.workload()
                .secrets()
                .forEach((name, reference) ->
                        lent.secrets().resolve(context, reference).reveal(value -> told.put(name, value)));
        return Effect.done(told);
    }

    @Override
    public Observation observe(CallContext context, Operation operation) {
        if (wrong == Wrong.BLOCKS_PAST_THE_DEADLINE) {
            return right.observe(patient(context), operation);
        }
        try {
            return right.observe(context, operation);
        } catch (RuntimeException e) {
            if (wrong != Wrong.LIES_ABOUT_ABSENCE) {
                throw e;
            }
            return new Observation(Presence.ABSENT, context.clock().instant(), Digest.of(""), Map.of());
        }
    }

    @Override
    public Effect<Map<String, String>> remove(CallContext context, Operation operation) {
        removed.put(operation, context);
        return wrong == Wrong.CLAIMS_REMOVALS ? Effect.done(Map.of()) : right.remove(context, operation);
    }

    @Override
    public Optional<List<Standing>> inventory(CallContext context, Predicate<ApplicationId> wanted) {
        List<Standing> listed = new ArrayList<>();
        try {
            listed.addAll(right.inventory(context, wanted).orElseThrow());
        } catch (RuntimeException e) {
            if (wrong != Wrong.LIES_ABOUT_THE_WHOLE) {
                throw e;
            }
        }
        if (wrong == Wrong.LISTS_FROM_MEMORY) {
            listed.removeIf(standing -> !made.containsKey(standing.operation()));
        }
        if (wrong == Wrong.LISTS_WHAT_IS_GONE) {
            removed.forEach((operation, call) -> listed.add(new Standing(
                    call.run().application(), operation, Optional.of(call.idempotencyKey()), Optional.empty())));
        }
        return Optional.of(listed);
    }

    @Override
    public Effect<Map<String, String>> switchTraffic(CallContext context, ReleaseSpec spec) {
        if (wrong == Wrong.MOVES_THE_ADDRESS) {
            right.switchOff(context, spec);
        }
        Effect<Map<String, String>> answer = right.switchTraffic(context, spec);
        right.traffic(context, spec).route().ifPresent(r -> remembered.put("route", r));
        return answer;
    }

    @Override
    public Effect<Map<String, String>> switchOff(CallContext context, ReleaseSpec spec) {
        remembered.clear();
        return right.switchOff(context, spec);
    }

    @Override
    public TrafficState traffic(CallContext context, ReleaseSpec spec) {
        if (wrong == Wrong.ANSWERS_FROM_MEMORY) {
            return state(context, remembered.get("route"));
        }
        try {
            return right.traffic(context, spec);
        } catch (RuntimeException e) {
            if (wrong != Wrong.LIES_ABOUT_TRAFFIC) {
                throw e;
            }
            return state(context, null);
        }
    }

    private static TrafficState state(CallContext context, TrafficState.@Nullable Route route) {
        return new TrafficState(context.clock().instant(), Digest.of(""), route);
    }

    @Override
    public void close() {
        if (wrong == Wrong.ENDS_RELEASES_ON_CLOSE) {
            made.forEach((operation, context) -> right.remove(context, operation));
        }
    }

    @Override
    public String id() {
        return right.id();
    }

    @Override
    public ErrorClassifier errors() {
        return right.errors();
    }

    @Override
    public Detection detect(CallContext context) {
        return right.detect(context);
    }

    @Override
    public List<Offering> offerings() {
        return right.offerings();
    }

    @Override
    public Optional<URI> candidate(CallContext context, ReleaseSpec spec) {
        return right.candidate(context, spec);
    }

    @Override
    public List<Control> controls(CallContext context, ReleaseSpec spec) {
        return right.controls(context, spec);
    }

    @Override
    public LogPage logs(CallContext context, ReleaseSpec spec, String cursor) {
        return right.logs(context, spec, cursor);
    }
}
