/**
 * What a caller wants, as data: the {@link io.quantumlayer.api.plan.DeploymentPlan}, its builder, the typed values it
 * is made of and the list of mistakes that a wrong one is refused with.
 *
 * <p>All types here are immutable, equal by value and safe for use by many threads; builders are for one thread.
 */
@NullMarked
package io.quantumlayer.api.plan;

import org.jspecify.annotations.NullMarked;
