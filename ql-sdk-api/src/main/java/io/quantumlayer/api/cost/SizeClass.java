package io.quantumlayer.api.cost;

import java.math.BigDecimal;

/**
 * Sizes that an instance may have: one processor capacity with a range of memory.
 *
 * @param vcpu processors, above 0; a capacity that grows with the memory is stated as it is at the least memory
 * @param minMemoryMiB the least memory in MiB, at least 1
 * @param maxMemoryMiB the most memory in MiB, not below the least
 * @param stepMiB the step between them in MiB, at least 1
 */
public record SizeClass(BigDecimal vcpu, int minMemoryMiB, int maxMemoryMiB, int stepMiB) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if a part is out of its range
     */
    public SizeClass {
        if (vcpu.signum() <= 0 || minMemoryMiB < 1 || maxMemoryMiB < minMemoryMiB || stepMiB < 1) {
            throw new IllegalArgumentException("No sizes: " + vcpu + " vCPU, " + minMemoryMiB + " to " + maxMemoryMiB
                    + " MiB in steps of " + stepMiB);
        }
    }

    /**
     * Returns the least memory of this class that is enough.
     *
     * @param memoryMiB wanted memory in MiB
     * @return memory in MiB, or -1 if the class has less
     */
    public int memoryFor(int memoryMiB) {
        if (memoryMiB > maxMemoryMiB) {
            return -1;
        }
        int above = Math.max(0, memoryMiB - minMemoryMiB);
        int steps = (above + stepMiB - 1) / stepMiB;
        return Math.min(maxMemoryMiB, minMemoryMiB + steps * stepMiB);
    }
}
