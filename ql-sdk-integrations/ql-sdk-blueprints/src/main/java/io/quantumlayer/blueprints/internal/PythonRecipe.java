package io.quantumlayer.blueprints.internal;

import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.generator.Recipe.Command;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.process.ToolNeed;
import java.util.List;
import java.util.Map;

/** How every Python application is built and started: two lock files, one build script, one start script. */
final class PythonRecipe {
    /** What its libraries are locked for, and what installs them. */
    static final List<ToolNeed> NEEDS = List.of(new ToolNeed(Tool.PYTHON, "3.11"), ToolNeed.any(Tool.PIP));

    private static final String INSTALL = "{pip} install -q --require-hashes --no-deps --only-binary :all:";

    private PythonRecipe() {}

    /**
     * Makes a recipe.
     *
     * @param secrets the secrets the application needs, name to what for
     * @param guarded an address that takes a credential, or the empty text if none does
     */
    static Recipe of(Map<String, String> secrets, String guarded) {
        return new Recipe(
                List.of(
                        Command.fetching(
                                "sh",
                                "-c",
                                INSTALL + " --target build/lib -r requirements.txt && " + INSTALL
                                        + " --target build-test/lib -r requirements-test.txt"),
                        Command.offline("{python}", "-I", "build.py")),
                "build",
                List.of("{python}", "-I", "serve.py"),
                secrets,
                guarded.isEmpty()
                        ? AuthenticationProbes.open("/health")
                        : AuthenticationProbes.guarded("/health", guarded));
    }
}
