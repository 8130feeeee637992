package io.quantumlayer.provider.local;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import java.io.IOException;
import java.util.Map;

/** Makes, finds and removes what one kind of operation stands for; one call at a time changes an application. */
interface LocalService {
    /** The operation that stands for what this makes of a release; of the release's application if all share it. */
    Operation operation(ApplicationId application, ReleaseId release);

    Effect<Map<String, String>> ensure(CallContext context, ReleaseSpec spec) throws IOException;

    Observation observe(CallContext context, Operation operation) throws IOException;

    Effect<Map<String, String>> remove(CallContext context, Operation operation) throws IOException;
}
