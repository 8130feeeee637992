/** Tests of the provider {@code local} on real processes, with a small real launcher and fakes for the other SPIs. */
@NullMarked
package io.quantumlayer.provider.local;

import org.jspecify.annotations.NullMarked;
