package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.plan.Resources;

/**
 * The placement in use and what a release gets there.
 *
 * @param placement where it goes
 * @param resources CPU and memory of an instance
 * @param replicas how many instances
 */
record Sizing(Placement placement, Resources resources, int replicas) {}
