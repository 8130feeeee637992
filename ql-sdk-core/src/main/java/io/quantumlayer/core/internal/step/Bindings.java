package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.plan.BackingService;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.provider.Workload;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.api.spi.secrets.SecretResolver;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at the backing services of a plan before anything starts: which URL each has, and whether it is understood. */
final class Bindings {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,31}):");

    private final SecretResolver secrets;

    Bindings(SecretResolver secrets) {
        this.secrets = secrets;
    }

    /**
     * Says why an application cannot be bound.
     *
     * @param understood the schemes that it speaks, by service; of a given source nobody knows them
     */
    Optional<Failure> refusal(CallContext context, DeploymentPlan plan, Map<BackingService, List<String>> understood) {
        try {
            for (Map.Entry<BackingService, SecretRef> binding : plan.bindings().entrySet()) {
                String scheme = scheme(context, binding.getValue());
                List<String> known = understood.getOrDefault(binding.getKey(), List.of());
                if (scheme.isEmpty() || (!known.isEmpty() && !known.contains(scheme))) {
                    return Optional.of(refusal(binding, known));
                }
            }
            return Optional.empty();
        } catch (QuantumLayerException e) {
            return Optional.of(e.failure());
        }
    }

    /** Names the bindings of a release in a failure in which they may have a part. */
    static Failure named(Failure failure, Workload workload) {
        String bindings = of(workload);
        return bindings.isEmpty() ? failure : failure.withMessage(failure.message() + bindings);
    }

    private static String of(Workload workload) {
        StringBuilder text = new StringBuilder();
        for (BackingService service : BackingService.values()) {
            SecretRef url = workload.secrets().get(service.variable());
            if (url != null) {
                text.append("; it needs its binding ")
                        .append(service.id())
                        .append(" (")
                        .append(url)
                        .append("): check that it can be reached and lets the application in");
            }
        }
        return text.toString();
    }

    private String scheme(CallContext context, SecretRef reference) {
        try (Secret secret = secrets.resolve(context, reference)) {
            return secret.reveal(url -> {
                Matcher start = SCHEME.matcher(url);
                return start.lookingAt() ? start.group(1).toLowerCase(Locale.ROOT) : "";
            });
        }
    }

    /** Names the known schemes only: a text that is no URL at all may be a password. */
    private static Failure refusal(Map.Entry<BackingService, SecretRef> binding, List<String> known) {
        String wanted = known.isEmpty()
                ? "be a URL, as postgresql://user:password@host/name"
                : "be a URL of one of the known schemes: " + String.join(", ", known);
        return Failure.of(
                ErrorType.VALIDATION,
                "binding.scheme",
                "the binding " + binding.getKey().id() + " (" + binding.getValue() + ") must " + wanted);
    }
}
