package io.quantumlayer.core.internal.gate;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.PolicyId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.policy.Policy;
import io.quantumlayer.api.spi.policy.PolicyQuestion;
import io.quantumlayer.core.internal.thread.DaemonPool;
import io.quantumlayer.core.internal.thread.TimedCall;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks one installed policy on threads of its own, and believes no answer that is late or no decision. */
final class BoundedPolicy implements AutoCloseable {
    private final Policy policy;
    private final PolicyId id;
    private final Duration limit;
    private final DaemonPool threads;

    BoundedPolicy(Policy policy, Duration limit) {
        this.policy = policy;
        this.id = policy.id();
        this.limit = limit;
        this.threads = new DaemonPool("ql-policy-" + id.name());
    }

    PolicyId id() {
        return id;
    }

    GateDecision decide(CallContext context, PolicyQuestion question) {
        try (TimedCall<@Nullable GateDecision> call =
                TimedCall.begin(threads, context, limit, bounded -> asked(bounded, question))) {
            return checked(call.await());
        } catch (RejectedExecutionException closed) {
            return unproved("the library is closed");
        } catch (TimeoutException e) {
            return unproved(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QuantumLayerException(
                    Failure.of(ErrorType.UNKNOWN, "gate.interrupted", "the question to a policy was interrupted"), e);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            return unproved("it broke: " + cause.getClass().getSimpleName());
        }
    }

    private @Nullable GateDecision asked(CallContext context, PolicyQuestion question) {
        GateDecision decision = policy.decide(context, question);
        return policy.id().equals(id) ? decision : changed();
    }

    private GateDecision checked(@Nullable GateDecision decision) {
        if (decision == null) {
            return unproved("it gave no decision");
        }
        Optional<String> fault = fault(decision.reasons());
        if (fault.isPresent()) {
            return unproved(fault.get());
        }
        List<String> told = decision.reasons().stream().map(this::told).toList();
        return new GateDecision(decision.allowed(), told);
    }

    private static Optional<String> fault(List<String> reasons) {
        if (reasons.isEmpty() || reasons.size() > Policy.MAX_REASONS) {
            return Optional.of("it gave " + reasons.size() + " reasons, not 1 to " + Policy.MAX_REASONS);
        }
        return reasons.stream().anyMatch(BoundedPolicy::isNoLine)
                ? Optional.of("it gave a reason that is no line of 1 to " + Policy.MAX_REASON + " characters")
                : Optional.empty();
    }

    private static boolean isNoLine(String reason) {
        return reason.isBlank()
                || reason.length() > Policy.MAX_REASON
                || reason.chars().anyMatch(Character::isISOControl);
    }

    private static GateDecision changed() {
        return new GateDecision(false, List.of("not proved: it goes by another name or digest than before"));
    }

    private GateDecision unproved(String why) {
        return new GateDecision(false, List.of(told("not proved: " + why)));
    }

    private String told(String line) {
        return "policy " + id.name() + ": " + line;
    }

    @Override
    public void close() {
        threads.close();
    }
}
