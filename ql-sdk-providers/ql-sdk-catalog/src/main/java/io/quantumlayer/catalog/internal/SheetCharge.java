package io.quantumlayer.catalog.internal;

import io.quantumlayer.api.cost.Architecture;
import io.quantumlayer.api.cost.Charge;
import java.util.Optional;

/**
 * A charge as a sheet states it, before it has prices.
 *
 * @param charge the charge without tiers
 * @param only the processor family it is for
 * @param granted the name of the fact that states the free grant
 * @param included the name of the fact that states what the plan includes
 */
record SheetCharge(Charge charge, Optional<Architecture> only, Optional<String> granted, Optional<String> included) {}
