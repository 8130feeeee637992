/**
 * A provider for a platform of one's own: Launchpad, an imagined in-house service that runs releases and is asked over
 * HTTP. Three classes: the factory, the provider, the classifier of its errors.
 */
@NullMarked
package io.quantumlayer.samples.customprovider;

import org.jspecify.annotations.NullMarked;
