/**
 * The file form of a plan: text to a tree of nodes, the tree to a plan with every mistake at once, and a plan back to
 * text. The text is untrusted: size, depth, aliases, tags and duplicate keys are judged before anything is built.
 */
@NullMarked
package io.quantumlayer.core.internal.plan;

import org.jspecify.annotations.NullMarked;
