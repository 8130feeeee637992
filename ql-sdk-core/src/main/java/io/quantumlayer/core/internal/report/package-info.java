/** Renders a run as one self-contained HTML page. */
@NullMarked
package io.quantumlayer.core.internal.report;

import org.jspecify.annotations.NullMarked;
