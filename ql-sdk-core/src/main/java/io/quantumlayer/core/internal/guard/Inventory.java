package io.quantumlayer.core.internal.guard;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What every provider sees standing.
 *
 * @param found by provider, then in the order in which it is made
 * @param unsearched one readable line a provider that could not be searched
 */
public record Inventory(List<Found> found, List<String> unsearched) {
    /** Copies the lists. */
    public Inventory {
        found = List.copyOf(found);
        unsearched = List.copyOf(unsearched);
    }

    /**
     * One thing that stands.
     *
     * @param provider where it was seen
     * @param standing what was seen
     */
    public record Found(String provider, Standing standing) {
        /**
         * Returns its name.
         *
         * @return unique at its provider
         */
        public String resource() {
            return standing.operation().resource();
        }
    }

    /**
     * Asks every provider.
     *
     * @param providers the providers
     * @param context the call
     * @param wanted of which applications
     * @return what they see
     */
    public static Inventory of(Providers providers, CallContext context, Predicate<ApplicationId> wanted) {
        List<Found> found = new ArrayList<>();
        List<String> unsearched = new ArrayList<>();
        for (ProviderCalls calls : providers.all()) {
            String id = calls.provider().id();
            Effect<Optional<List<Standing>>> asked =
                    calls.value("inventory", () -> calls.provider().inventory(context, wanted));
            asked.failure().map(Failure::toString).ifPresent(why -> unsearched.add(id + ": " + why));
            asked.value()
                    .ifPresent(answer -> answer.ifPresentOrElse(
                            all -> all.forEach(standing -> found.add(new Found(id, standing))),
                            () -> unsearched.add(id + " cannot list what stands there")));
        }
        return new Inventory(found, unsearched);
    }
}
