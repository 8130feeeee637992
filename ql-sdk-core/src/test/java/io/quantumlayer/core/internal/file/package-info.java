/** Tests of the operations on whole folders. */
@NullMarked
package io.quantumlayer.core.internal.file;

import org.jspecify.annotations.NullMarked;
