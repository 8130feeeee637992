/** A small command line over the public interfaces of ql-sdk: what it does, a reader's own program can do. */
@NullMarked
package io.quantumlayer.samples.quickstart;

import org.jspecify.annotations.NullMarked;
