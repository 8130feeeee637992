package io.quantumlayer.core.internal.build;

import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.process.CommandSpec;
import io.quantumlayer.api.spi.process.InstalledTool;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.process.Toolchain;
import java.io.IOException;
import java.util.Set;

/**
 * What every command of a build finds around it, its own folder excepted: the system's programs, its tools, their
 * caches, and the network if it fetches.
 *
 * @param tools the tools of this machine
 * @param caches the caches of the tenant
 */
record CommandSurroundings(Toolchain tools, BuildCaches caches) {
    void lend(CommandSpec.Builder command, Recipe.Command step) throws IOException {
        command.addEnvironment("PATH", "/usr/local/bin:/usr/bin:/bin").addEnvironment("LANG", "C.UTF-8");
        Set<Tool> named = Tool.in(step.words());
        for (Tool tool : named) {
            InstalledTool installed = tools.require(tool);
            installed.readable().forEach(command::addReadable);
            installed.environment().forEach(command::addEnvironment);
        }
        caches.lend(command, named, step.fetches());
    }
}
