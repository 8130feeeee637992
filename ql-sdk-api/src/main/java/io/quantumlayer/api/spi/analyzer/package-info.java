/** Reads what an application is to be out of a sentence, beside core's own rules, such as by a language model. */
@NullMarked
package io.quantumlayer.api.spi.analyzer;

import org.jspecify.annotations.NullMarked;
