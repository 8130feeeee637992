package io.quantumlayer.catalog.internal;

import io.quantumlayer.api.placement.FactSource;
import java.util.Optional;

/**
 * A region as a sheet states it.
 *
 * @param id the provider's name of it
 * @param country its country, or empty where it spans many or nobody stated it
 * @param residency the group of countries it belongs to, such as EU
 * @param name its name for people
 * @param source who says so
 */
record SheetRegion(String id, Optional<String> country, Optional<String> residency, String name, FactSource source) {}
