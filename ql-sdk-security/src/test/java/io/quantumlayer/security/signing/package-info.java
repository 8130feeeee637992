/** Keys, bundles and images, signed and then spoiled in every way. */
@NullMarked
package io.quantumlayer.security.signing;

import org.jspecify.annotations.NullMarked;
