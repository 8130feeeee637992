/** The order of versions in each ecosystem. */
@NullMarked
package io.quantumlayer.security.internal.version;

import org.jspecify.annotations.NullMarked;
