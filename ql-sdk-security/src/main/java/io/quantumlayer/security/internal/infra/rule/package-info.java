/**
 * What all formats of infrastructure files share: the rules, whose metadata and most conditions are data in
 * {@code infra-rules.toml}, the file that is judged and what is said of it. Other conditions are code of a format that
 * is known by the rule's id.
 */
@NullMarked
package io.quantumlayer.security.internal.infra.rule;

import org.jspecify.annotations.NullMarked;
