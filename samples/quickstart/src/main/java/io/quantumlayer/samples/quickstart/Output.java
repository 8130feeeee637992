package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Application;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.Orphans;
import io.quantumlayer.api.Preview;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.security.ScanResult;
import java.util.List;

/** Where a command tells what it does: for people or for programs. */
interface Output {
    /** Tells what an analysis understood. */
    void analysis(AppSpec spec);

    /** Tells everything that would happen, and why. */
    void preview(Preview preview);

    /** Tells where a deployment that follows will go, and why. */
    void placement(Preview preview);

    /** Tells one bill. */
    void bill(Bill bill);

    /** Tells the bills of many offerings. */
    void bills(List<Bill> bills);

    /** Tells one event of a run. */
    void event(RunEvent event);

    /** Tells how a run ended. */
    void result(DeploymentResult result);

    /** Tells one application of a list. */
    void application(Application application);

    /** Tells what stands although no release uses it. */
    void orphans(Orphans orphans);

    /** Tells what the scanners saw and the gate decided. */
    void scan(ScanResult result);

    /** Tells a note under a name. */
    void note(String name, String text);
}
