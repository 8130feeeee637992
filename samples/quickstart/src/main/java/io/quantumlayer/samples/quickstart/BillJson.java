package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.cost.BillItem;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.FactSource;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Bills as the shapes that JSON is made of; an amount is a number, or the text UNKNOWN. */
final class BillJson {
    private static final String UNKNOWN = "UNKNOWN";
    private static final int CENTS = 2;

    private BillJson() {}

    static Map<String, Object> of(Bill bill) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("offering", bill.offeringId());
        line.put("currency", bill.currency().getCurrencyCode());
        BigDecimal sum = bill.atLeast().amount().setScale(CENTS);
        line.put("total", bill.isKnown() ? sum : UNKNOWN);
        line.put("atLeast", sum);
        line.put("items", bill.items().stream().map(BillJson::item).toList());
        line.put("notes", bill.notes());
        return line;
    }

    private static Map<String, Object> item(BillItem item) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", item.name());
        line.put("quantity", item.quantity());
        line.put("unit", item.unit());
        line.put("amount", known(item.amount()));
        line.put("price", fact(item.price()));
        return line;
    }

    static Map<String, Object> fact(Fact fact) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", fact.name());
        line.put("value", fact.value().<Object>map(text -> text).orElse(UNKNOWN));
        line.put("unit", fact.unit());
        fact.source().ifPresent(source -> source(line, source));
        return line;
    }

    private static void source(Map<String, Object> line, FactSource source) {
        line.put("source", source.title());
        line.put("asOf", source.asOf().toString());
        line.put("confirmed", source.confirmed());
    }

    private static Object known(Optional<BigDecimal> amount) {
        return amount.<Object>map(number -> number).orElse(UNKNOWN);
    }
}
