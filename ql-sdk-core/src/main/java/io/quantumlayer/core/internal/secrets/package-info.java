/** Where secrets come from: the host's environment, its files, and those minted under the home directory. */
@NullMarked
package io.quantumlayer.core.internal.secrets;

import org.jspecify.annotations.NullMarked;
