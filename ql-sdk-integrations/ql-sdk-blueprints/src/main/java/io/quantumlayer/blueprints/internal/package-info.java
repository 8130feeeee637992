/** The blueprints themselves: templates, the names that go into them, and how a sentence chooses those names. */
@NullMarked
package io.quantumlayer.blueprints.internal;

import org.jspecify.annotations.NullMarked;
