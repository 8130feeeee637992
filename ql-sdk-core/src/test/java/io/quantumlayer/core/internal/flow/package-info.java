@NullMarked
package io.quantumlayer.core.internal.flow;

import org.jspecify.annotations.NullMarked;
