/** Tests of the scanner of infrastructure files. */
@NullMarked
package io.quantumlayer.security.internal.infra;

import org.jspecify.annotations.NullMarked;
