/** Complete applications generated from built-in templates: no model, no network, equal bytes for equal input. */
@NullMarked
package io.quantumlayer.blueprints;

import org.jspecify.annotations.NullMarked;
