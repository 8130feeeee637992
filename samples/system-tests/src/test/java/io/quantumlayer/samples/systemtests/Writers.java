package io.quantumlayer.samples.systemtests;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes 50 items a second, and knows which of them were acknowledged. */
final class Writers implements AutoCloseable {
    private static final long PERIOD_MILLIS = 20;
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);
    private final Service service;
    private final String token;
    private final AtomicInteger next = new AtomicInteger();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger failedConnections = new AtomicInteger();

    Writers(Service service, String token) {
        this.service = service;
        this.token = token;
    }

    void start() {
        var unused =
                clock.scheduleAtFixedRate(() -> clock.execute(this::write), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void write() {
        String title = "item-" + next.incrementAndGet() + ".";
        try {
            HttpResponse<String> answer = service.post("/api/todos", token, "{\"title\":\"" + title + "\"}");
            if (answer.statusCode() == 201) {
                acknowledged.add(title);
            } else {
                failures.add(title + " gave " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException closedByTheSwitch) {
            // The one failure that is allowed: the connection was closed while the traffic was switched.
            failedConnections.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() throws InterruptedException {
        clock.shutdown();
        if (!clock.awaitTermination(30, TimeUnit.SECONDS)) {
            failures.add("the writers did not end");
        }
    }

    int written() {
        return acknowledged.size();
    }

    List<String> failures() {
        return failures;
    }

    List<String> lost() throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        String after = "";
        boolean more = true;
        while (more) {
            String page = service.get("/api/todos?limit=100" + after, token).body();
            all.append(page);
            Matcher next = NEXT.matcher(page);
            more = next.find();
            after = more ? "&after=" + next.group(1) : "";
        }
        return acknowledged.stream().filter(t -> all.indexOf(t) < 0).toList();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
