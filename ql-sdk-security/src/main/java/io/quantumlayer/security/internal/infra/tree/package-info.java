/** What manifests, templates and configurations have in common: trees of values and rules over things. */
@NullMarked
package io.quantumlayer.security.internal.infra.tree;

import org.jspecify.annotations.NullMarked;
