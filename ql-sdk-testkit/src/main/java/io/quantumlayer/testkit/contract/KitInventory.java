package io.quantumlayer.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.Standing;
import java.util.List;
import java.util.Optional;

/** Holds a provider's list of what stands against what was placed. */
final class KitInventory {
    private final PlacedByKit kit;
    private final boolean declared;

    KitInventory(PlacedByKit kit, boolean declared) {
        this.kit = kit;
        this.declared = declared;
    }

    void check(ReleaseSpec release) {
        assertThat(listed().isPresent())
                .as("it lists what stands exactly if that is declared")
                .isEqualTo(declared);
        if (declared) {
            assertThat(listed()).as("it lists what nobody made").hasValue(List.of());
            kit.place(release);
            kit.restart();
            assertThat(listed())
                    .as("it does not list what stands, in the order in which it was made")
                    .hasValue(kit.plan(release));
            assertThat(kit.provider().inventory(kit.call("inventory"), application -> false))
                    .as("it lists what is of no application that was asked for")
                    .hasValue(List.of());
            kit.remove(release);
            assertThat(listed()).as("it lists what is gone").hasValue(List.of());
        }
    }

    /** Asks while the outside does not answer. */
    void doubt() {
        if (declared) {
            assertThatExceptionOfType(RuntimeException.class)
                    .as("it lies about what stands: the outside refused to answer")
                    .isThrownBy(this::listed);
        }
    }

    private Optional<List<Operation>> listed() {
        return kit.provider()
                .inventory(kit.call("inventory"), KitCalls.APPLICATION::equals)
                .map(all -> all.stream().map(Standing::operation).toList());
    }
}
