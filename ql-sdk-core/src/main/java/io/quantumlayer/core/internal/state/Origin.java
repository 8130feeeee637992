package io.quantumlayer.core.internal.state;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.generator.Recipe;
import java.util.Optional;

/**
 * What a release came from, so that an unchanged plan can be told and its source reused.
 *
 * @param plan the digest of the plan
 * @param source the digest of the source
 * @param recipe how the source is built, run and probed
 * @param address the public address it went live at
 * @param schema the version of its database's schema when it went live, as it told itself; empty is UNKNOWN
 */
public record Origin(Digest plan, Digest source, Recipe recipe, String address, Optional<String> schema) {}
