/** What the retention of images never does, over many repositories. */
@NullMarked
package io.quantumlayer.testkit.retention;

import org.jspecify.annotations.NullMarked;
