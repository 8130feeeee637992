package io.quantumlayer.samples.benchmarks.image;

import java.io.IOException;
import java.nio.file.Path;

/** Makes an OCI layout of the sources, with a memory of its own from one time to the next. */
interface Builds {
    /** Builds into a folder that is not there yet. */
    void build(Sources sources, Path layout) throws IOException, InterruptedException;
}
