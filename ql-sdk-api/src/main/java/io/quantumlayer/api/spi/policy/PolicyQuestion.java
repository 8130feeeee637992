package io.quantumlayer.api.spi.policy;

import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.plan.Waiver;
import io.quantumlayer.api.security.ScanReport;
import java.time.LocalDate;
import java.util.List;

/**
 * What a policy decides by, and all that it may decide by. Equal by value.
 *
 * @param reports one report a scanner, in the order of the scanners, those that did not run among them
 * @param level how much the plan asks for
 * @param waivers the limits that the plan lifts; empty where there is no plan
 * @param day the day, in UTC, on which exceptions hold or have ended
 */
public record PolicyQuestion(List<ScanReport> reports, SecurityLevel level, List<Waiver> waivers, LocalDate day) {
    /** Copies the lists. */
    public PolicyQuestion {
        reports = List.copyOf(reports);
        waivers = List.copyOf(waivers);
    }
}
