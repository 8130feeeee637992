package io.quantumlayer.testkit.fake;

import io.quantumlayer.api.run.ApplicationId;
import java.time.Instant;

/**
 * A thing in the fake world.
 *
 * @param name its unique name
 * @param key the idempotency key it was created under
 * @param application the application it belongs to
 * @param release the release it belongs to, or the empty text if all releases of the application share it
 * @param times since when it works and can be seen
 */
public record FakeResource(String name, String key, ApplicationId application, String release, Times times) {
    /**
     * Since when a thing works and can be seen.
     *
     * @param ready when its creation is done
     * @param visible from when on an observation sees it
     */
    public record Times(Instant ready, Instant visible) {}
}
