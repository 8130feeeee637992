package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.cost.BillItem;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Prints bills for people. */
final class BillText {
    private final PrintStream out;

    BillText(PrintStream out) {
        this.out = out;
    }

    void bill(Bill bill) {
        out.println(bill.offeringId() + ", a month");
        for (BillItem item : bill.items()) {
            out.printf(
                    Locale.ROOT,
                    "  %-34s %18s %-16s %14s%n",
                    item.name(),
                    item.quantity().toPlainString(),
                    item.unit(),
                    item.amount().map(BigDecimal::toPlainString).orElse("UNKNOWN"));
            out.println("      " + item.price());
        }
        out.println("  total " + total(bill));
        bill.notes().forEach(note -> out.println("  note: " + note));
    }

    void bills(List<Bill> bills) {
        for (Bill bill : bills) {
            out.printf(Locale.ROOT, "%-48s %s%n", bill.offeringId(), total(bill));
        }
    }

    static String total(Bill bill) {
        if (bill.isKnown()) {
            return money(bill);
        }
        return bill.items().isEmpty() ? "UNKNOWN" : "UNKNOWN, at least " + money(bill);
    }

    private static String money(Bill bill) {
        return bill.atLeast().amount().setScale(2).toPlainString() + " "
                + bill.currency().getCurrencyCode();
    }
}
