package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the most that a month may cost; a sum of another period is spread over months. */
final class BudgetRule implements Rule {
    private static final Map<String, String> CURRENCIES = currencies();
    private static final Set<String> OF_MONEY =
            Words.of("budget month monthly mo cost costs costing spend spending year yearly annually annum pm"
                    + " pa afford exceed cap capped ceiling week weekly day daily budgeted expenses allowance");
    /** Whose money it is then is another one's: {@code users pay $5 a month}. */
    private static final Set<String> OF_OTHERS =
            Words.of("users user customers customer subscribers members charge charges charged price priced"
                    + " prices subscription subscriptions fee fees salary salaries rent products items revenue"
                    + " plan plans sells sell selling membership tier visitors donate donation tenants patients"
                    + " rents");

    private static final Set<String> YEARLY = Set.of("year", "yearly", "annually", "annum", "pa");
    private static final Set<String> WEEKLY = Set.of("week", "weekly");
    private static final Set<String> DAILY = Set.of("day", "daily");
    private static final Set<String> FREE_LEADS = Set.of("no", "zero", "without");
    private static final int REACH = 6;
    private static final int MONTHS = 12;
    private static final int WEEKS = 52;
    private static final int DAYS = 30;

    private static Map<String, String> currencies() {
        Map<String, String> all = new HashMap<>();
        Map.of(
                        "USD", "$ usd dollar dollars bucks buck",
                        "EUR", "€ eur euro euros",
                        "GBP", "£ gbp pounds quid pound",
                        "CHF", "chf francs",
                        "CAD", "cad",
                        "AUD", "aud",
                        "SEK", "sek",
                        "JPY", "jpy yen ¥",
                        "INR", "inr rupees rupee",
                        "PLN", "pln zloty")
                .forEach((code, names) -> List.of(names.split(" ")).forEach(name -> all.put(name, code)));
        List.of("nok", "dkk", "brl", "sgd", "nzd", "czk", "zar")
                .forEach(code -> all.put(code, code.toUpperCase(Locale.ROOT)));
        return Map.copyOf(all);
    }

    @Override
    public void read(Text text, Reading reading) {
        free(text, reading);
        int former = -1;
        for (int at = 0; at < text.size(); at++) {
            int place = at;
            Optional<Trait<Money>> money = Quantity.at(text, at).flatMap(measured -> money(text, place, measured));
            Trait<Money> before = reading.budget;
            if (money.isPresent()) {
                boolean first = before == null
                        || former < 0
                        || before.value().equals(money.get().value());
                if (before != null && !first && !SecondThoughts.between(text, former, at)) {
                    reading.contradictions.add(
                            "The sentence gives two budgets, '" + before.words().get(0) + "' and '"
                                    + money.get().words().get(0) + "'; the lower one counts");
                    reading.budget = lower(before, money.get());
                } else {
                    reading.budget = money.get();
                }
                former = at;
            }
        }
    }

    private static Trait<Money> lower(Trait<Money> one, Trait<Money> other) {
        boolean comparable = one.value().currency().equals(other.value().currency());
        return comparable && one.value().amount().compareTo(other.value().amount()) < 0 ? one : other;
    }

    private static void free(Text text, Reading reading) {
        for (int at = 0; at + 1 < text.size(); at++) {
            int end = freeUntil(text, at);
            if (end > at && text.sameSentence(at, end - 1)) {
                reading.budget = Trait.stated(Money.usd(0), text.words(at, end));
                return;
            }
        }
    }

    private static int freeUntil(Text text, int at) {
        boolean cost = text.isWord(at, FREE_LEADS) && text.isWord(at + 1, Set.of("cost", "costs"));
        boolean cheap =
                cost && !text.isWord(at + 2, Words.of("limit limits calculator estimate cap tracking api data"));
        boolean free = text.isWord(at, Set.of("for"))
                && text.isWord(at + 1, Set.of("free"))
                && !text.isWord(at + 2, Set.of("users"));
        boolean ofCharge = text.token(at).is("free") && text.isWord(at + 1, Words.of("tier of tiers hosting plan"));
        boolean charge =
                ofCharge && (!text.isWord(at + 1, Set.of("of")) || text.isWord(at + 2, Set.of("charge", "cost")));
        if (cheap || free || charge) {
            return at + 2;
        }
        boolean negated = text.isWord(at, Words.of("not never mustn't cannot can't shouldn't don't won't"));
        int verb = text.isWord(at + 1, Set.of("to", "be", "have")) ? at + 2 : at + 1;
        boolean anything = negated
                && text.isWord(verb, Words.of("cost spend pay"))
                && text.isWord(verb + 1, Words.of("anything money a anythin any"));
        boolean nothing = text.isWord(at, Words.of("cost costs costing spend pay"))
                && text.isWord(at + 1, Set.of("nothing", "zero"));
        return anything ? verb + 2 : nothing ? at + 2 : -1;
    }

    private static Optional<Trait<Money>> money(Text text, int at, Quantity.Measured measured) {
        Quantity quantity = measured.quantity();
        int next = measured.next();
        boolean follows = quantity.sign().isEmpty()
                && quantity.unit().isEmpty()
                && text.sameSentence(at, next)
                && CURRENCIES.containsKey(text.token(next).word());
        boolean leads = text.sameSentence(at, at - 1)
                && CURRENCIES.containsKey(text.token(at - 1).word());
        String word = word(text, at, measured, follows, leads);
        String currency = CURRENCIES.get(word);
        boolean own = Nearby.has(text, at, REACH, OF_MONEY) && !Nearby.has(text, at, REACH, OF_OTHERS);
        if (currency == null || !own) {
            return Optional.empty();
        }
        int from = quantity.sign().isEmpty() && quantity.unit().isEmpty() && !follows ? at - 1 : at;
        int end = follows ? next + 1 : next;
        return Optional.of(
                Trait.stated(Money.of(monthly(text, at, end, quantity.value()), currency), text.words(from, end)));
    }

    private static String word(Text text, int at, Quantity.Measured measured, boolean follows, boolean leads) {
        Quantity quantity = measured.quantity();
        if (!quantity.sign().isEmpty()) {
            return quantity.sign();
        }
        if (!quantity.unit().isEmpty()) {
            return quantity.unit();
        }
        return follows
                ? text.token(measured.next()).word()
                : leads ? text.token(at - 1).word() : "";
    }

    private static BigDecimal monthly(Text text, int at, int end, BigDecimal value) {
        boolean month = Nearby.after(text, end - 1, 3, Set.of("month", "monthly", "mo"));
        if (month) {
            return value;
        }
        if (Nearby.has(text, at, REACH, YEARLY)) {
            return value.divide(BigDecimal.valueOf(MONTHS), 2, RoundingMode.DOWN);
        }
        if (Nearby.after(text, end - 1, 3, WEEKLY)) {
            return value.multiply(BigDecimal.valueOf(WEEKS)).divide(BigDecimal.valueOf(MONTHS), 2, RoundingMode.DOWN);
        }
        return Nearby.after(text, end - 1, 3, DAILY) ? value.multiply(BigDecimal.valueOf(DAYS)) : value;
    }
}
