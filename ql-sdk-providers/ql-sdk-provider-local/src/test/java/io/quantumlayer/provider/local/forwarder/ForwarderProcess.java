package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts real forwarder processes from the packed jar in one folder, and leaves none behind. */
final class ForwarderProcess implements AutoCloseable {

    private static final int LIMIT_SECONDS = 20;

    private final Path jar;
    private final Path log;
    private final ForwarderFolder folder;
    private final ForwarderClient client;
    private final List<ProcessHandle> started = new ArrayList<>();

    ForwarderProcess(Path path) throws IOException {
        jar = ForwarderJar.writeTo(path.resolve("forwarder.jar"));
        log = path.resolve("forwarder.log");
        folder = ForwarderFolder.at(path.resolve("forwarder")).prepare();
        client = ForwarderClient.of(folder, Duration.ofSeconds(10));
    }

    ForwarderFolder folder() {
        return folder;
    }

    ForwarderClient client() {
        return client;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    List<String> command(int port) {
        return ForwarderJar.command(Path.of(System.getProperty("java.home"), "bin", "java"), jar, folder, port);
    }

    /** Starts a process whatever comes of it. */
    Process launch(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        started.add(process.toHandle());
        return process;
    }

    ForwarderReady start(int port) throws Exception {
        return start(command(port));
    }

    /** Starts a process and waits until it, or what it started, is ready. */
    ForwarderReady start(List<String> command) throws Exception {
        return awaitReady(() -> launch(command));
    }

    /** Does what lets a forwarder come up, and waits until one is ready. */
    ForwarderReady awaitReady(Callable<?> action) throws Exception {
        try (WatchService watch = folder.path().getFileSystem().newWatchService()) {
            folder.path().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            action.call();
            Optional<ProcessHandle> running = Optional.empty();
            while (running.isEmpty()) {
                WatchKey event = watch.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
                if (event == null) {
                    throw new AssertionError("not ready in time: " + log());
                }
                event.pollEvents();
                event.reset();
                running = folder.ready().flatMap(ForwarderReady::process);
            }
            started.add(running.get());
            return folder.ready().orElseThrow();
        }
    }

    static void signal(ForwarderReady forwarder, String name) throws Exception {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(forwarder.pid()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new AssertionError("kill -" + name + " failed");
        }
    }

    static void awaitEnd(ForwarderReady forwarder) throws Exception {
        Optional<ProcessHandle> process = forwarder.process();
        if (process.isPresent()) {
            process.get().onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() throws IOException {
        started.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : started) {
            try {
                process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new IOException("process " + process.pid() + " is left over", e);
            }
        }
    }
}
