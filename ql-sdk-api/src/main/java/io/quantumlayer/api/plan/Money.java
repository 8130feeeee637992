package io.quantumlayer.api.plan;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in one currency, never negative; 50 and 50.00 are equal.
 *
 * @param amount the amount, stored without trailing zeros, at most {@value #MAX_DIGITS} digits
 * @param currency an ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) {
    /** The most digits an amount has, before and after the point together. */
    public static final int MAX_DIGITS = 30;

    /**
     * Checks and normalises the amount.
     *
     * @throws InvalidValueException if it is negative or has too many digits
     */
    public Money {
        amount = Numbers.plain(amount, MAX_DIGITS);
        Objects.requireNonNull(currency, "currency");
        if (amount.signum() < 0) {
            throw new InvalidValueException("not be negative", amount.toPlainString(), "write an amount from 0 up");
        }
    }

    /**
     * Returns whole US dollars.
     *
     * @param dollars the amount, from 0
     * @return the money
     * @throws InvalidValueException if it is negative
     */
    public static Money usd(long dollars) {
        return of(BigDecimal.valueOf(dollars), "USD");
    }

    /**
     * Returns US dollars.
     *
     * @param dollars the amount as decimal text, as {@code 12.50}
     * @return the money
     * @throws InvalidValueException if it is not a number or negative
     */
    public static Money usd(String dollars) {
        return of(Numbers.parse(dollars), "USD");
    }

    /**
     * Returns an amount in a currency.
     *
     * @param amount the amount, from 0
     * @param currency the ISO 4217 code, as {@code EUR}
     * @return the money
     * @throws InvalidValueException if the amount is negative or the code unknown
     */
    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount, currency(currency));
    }

    /**
     * Reads the text form.
     *
     * @param text amount, blank, ISO 4217 code, as {@code 50 USD}
     * @return the money
     * @throws InvalidValueException if the text is not one
     */
    public static Money parse(String text) {
        int blank = Objects.requireNonNull(text, "text").indexOf(' ');
        if (blank < 0) {
            throw new InvalidValueException("be an amount and a currency", text, "write it like 50 USD");
        }
        return of(Numbers.parse(text.substring(0, blank)), text.substring(blank + 1));
    }

    /** Returns the text form, as {@code 12.5 USD}, which {@link #parse} reads. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(Objects.requireNonNull(code, "currency"));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidValueException("name an ISO 4217 currency", code, "write USD or EUR");
        }
    }
}
