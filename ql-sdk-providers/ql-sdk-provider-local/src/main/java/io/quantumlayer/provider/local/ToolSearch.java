package io.quantumlayer.provider.local;

import io.quantumlayer.api.spi.process.InstalledTool;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.process.Toolchain;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A tool that is looked for on a thread of its own, since asking a program for its version takes a while. */
final class ToolSearch {
    private final Tool tool;
    private final FutureTask<Optional<InstalledTool>> found;

    private ToolSearch(Tool tool, FutureTask<Optional<InstalledTool>> found) {
        this.tool = tool;
        this.found = found;
    }

    static ToolSearch start(Toolchain tools, Tool tool) {
        ToolSearch search = new ToolSearch(tool, new FutureTask<>(() -> tools.find(tool)));
        Thread thread = new Thread(search.found, "ql-local-" + tool.id());
        thread.setDaemon(true);
        thread.start();
        return search;
    }

    Tool tool() {
        return tool;
    }

    /** Waits for the end of the search, and ends it if this thread is interrupted. */
    Optional<String> version() throws InterruptedIOException {
        try {
            return found.get().map(InstalledTool::version);
        } catch (InterruptedException e) {
            found.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while looking for " + tool.id());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the search for " + tool.id() + " failed", e.getCause());
        }
    }
}
