/**
 * The scanner {@code source}: {@link io.quantumlayer.security.internal.source.SourceScanner} walks a hostile folder
 * within limits, without following a link, and compares names with {@code file-rules.txt}, contents with
 * {@code text-rules.txt}, and both with what no table can say ({@code Danger}).
 *
 * <p>It runs in linear time whatever the content: a rule is tried only where one of its words begins, on re2j, and the
 * characters that all tries together read are bounded by the length of the text. Where that bound ends a search, and
 * where a regular file could not be read, a finding of severity HIGH says so: not looked at is never an all-clear.
 */
@NullMarked
package io.quantumlayer.security.internal.source;

import org.jspecify.annotations.NullMarked;
