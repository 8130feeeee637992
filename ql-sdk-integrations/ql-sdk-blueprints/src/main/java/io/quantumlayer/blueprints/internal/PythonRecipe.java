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

    private static final String INSTALL =
            "{pip} install -q --no-compile --require-hashes --no-deps --only-binary :all: --target ";

    /**
     * What two lock files name is installed and compiled once for a Python and copied from then on: unpacked libraries
     * that were looked at with their hashes, and that only a fetch can write.
     */
    private static final String FETCH = """
            libraries="$PIP_CACHE_DIR/libraries-$(
              { {python} -I -VV; uname -sm; cat requirements.txt requirements-test.txt; } | cksum | tr ' ' -)"
            if [ ! -d "$libraries" ]; then
            """ + INSTALL + "build/lib -r requirements.txt &\n" + INSTALL + """
            build-test/lib -r requirements-test.txt
              wait $!
              rm -rf build/lib/bin build-test/lib/bin
              find build/lib -type d -path '*/locale/*' -prune ! -name en ! -name __pycache__ -exec rm -rf '{}' +
              for part in build build-test; do
                {python} -I -m compileall -q -f -j 0 -s "$part" --invalidation-mode unchecked-hash "$part/lib" || true
                touch "$part/lib/.compiled"
              done
              new="$libraries.$$"
              mkdir "$new"
              cp -R build build-test "$new"
              {python} -I -c 'import os, sys; os.rename(*sys.argv[1:])' "$new" "$libraries" || rm -rf "$new"
            else
              cp -R "$libraries/." .
            fi
            """;

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
                        Command.fetching("sh", "-ec", FETCH).lockedBy("requirements.txt"),
                        Command.offline("{python}", "-I", "build.py")),
                "build",
                List.of("{python}", "-I", "serve.py"),
                secrets,
                guarded.isEmpty()
                        ? AuthenticationProbes.open("/health")
                        : AuthenticationProbes.guarded("/health", guarded));
    }
}
