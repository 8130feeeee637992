package io.quantumlayer.core.internal.cost;

import io.quantumlayer.api.plan.Money;
import java.time.LocalDate;

/**
 * What a month costs at one offering: the total of its bill, without the lines.
 *
 * @param amount the total, rounded as the bill rounds it
 * @param oldest the day of the oldest price that it is made of
 * @param confirmed whether every price was found where the vendor says it
 */
public record MonthlyPrice(Money amount, LocalDate oldest, boolean confirmed) {}
