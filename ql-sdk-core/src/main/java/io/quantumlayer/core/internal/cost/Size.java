package io.quantumlayer.core.internal.cost;

import io.quantumlayer.api.cost.SizeClass;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The size of one instance.
 *
 * @param vcpu processors
 * @param memoryMiB memory in MiB
 */
public record Size(BigDecimal vcpu, int memoryMiB) {
    private static final int ANY_MEMORY = 512;

    /**
     * Finds the first valid size that has enough of both; one with exactly the processors wanted comes first.
     *
     * @param sizes the valid ones, the smallest first; none if any will do
     * @param vcpu processors wanted, if any number is
     * @param memoryMiB memory wanted in MiB, if any amount is
     * @return the size, or empty if none is large enough
     */
    public static Optional<Size> smallest(
            List<SizeClass> sizes, Optional<BigDecimal> vcpu, Optional<Integer> memoryMiB) {
        if (sizes.isEmpty()) {
            return Optional.of(new Size(vcpu.orElse(BigDecimal.ONE), memoryMiB.orElse(ANY_MEMORY)));
        }
        return vcpu.flatMap(
                        wanted -> first(sizes, memoryMiB, size -> size.vcpu().compareTo(wanted) == 0))
                .or(() -> first(
                        sizes,
                        memoryMiB,
                        size -> vcpu.map(size.vcpu()::compareTo).orElse(0) >= 0));
    }

    private static Optional<Size> first(
            List<SizeClass> sizes, Optional<Integer> memoryMiB, Predicate<SizeClass> enough) {
        for (SizeClass size : sizes) {
            int memory = size.memoryFor(memoryMiB.orElse(1));
            if (memory > 0 && enough.test(size)) {
                return Optional.of(new Size(size.vcpu(), memory));
            }
        }
        return Optional.empty();
    }

    /** Returns one phrase, as {@code 0.25 vCPU with 512 MiB}. */
    @Override
    public String toString() {
        return vcpu.toPlainString() + " vCPU with " + memoryMiB + " MiB";
    }
}
