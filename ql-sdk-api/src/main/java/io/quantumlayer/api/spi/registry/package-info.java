/** Registries of images and of what refers to images. */
@NullMarked
package io.quantumlayer.api.spi.registry;

import org.jspecify.annotations.NullMarked;
