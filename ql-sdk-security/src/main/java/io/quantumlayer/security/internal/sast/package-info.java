/** Judges program text through engines that others wrote, each as a process of its own whose word is checked. */
@NullMarked
package io.quantumlayer.security.internal.sast;

import org.jspecify.annotations.NullMarked;
