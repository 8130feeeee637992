/** The application that the tests deploy: packed into a jar and run as a process of its own. */
@NullMarked
package io.quantumlayer.provider.local.app;

import org.jspecify.annotations.NullMarked;
