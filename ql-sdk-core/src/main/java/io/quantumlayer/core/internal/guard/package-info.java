/** Stands between core and a provider: bulkhead, circuit breaker and the classification of what is thrown. */
@NullMarked
package io.quantumlayer.core.internal.guard;

import org.jspecify.annotations.NullMarked;
