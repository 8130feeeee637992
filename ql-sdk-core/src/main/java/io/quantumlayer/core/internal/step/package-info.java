/**
 * The steps: small classes with typed input and output that know nothing of order. {@link
 * io.quantumlayer.core.internal.step.DeploySteps} is the one readable list of the twelve.
 */
@NullMarked
package io.quantumlayer.core.internal.step;

import org.jspecify.annotations.NullMarked;
