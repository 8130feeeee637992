/** Finds infrastructure files in a source and has each judged by the format that it is written in. */
@NullMarked
package io.quantumlayer.security.internal.infra;

import org.jspecify.annotations.NullMarked;
