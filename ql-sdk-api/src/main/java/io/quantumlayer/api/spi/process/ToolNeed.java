package io.quantumlayer.api.spi.process;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A tool that must be installed.
 *
 * @param tool the tool
 * @param atLeast the oldest version that will do, such as {@code 3.10}, or the empty text for any
 */
public record ToolNeed(Tool tool, String atLeast) {
    private static final Pattern VERSION = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,3}");

    /** Checks the version. */
    public ToolNeed {
        if (!atLeast.isEmpty() && !VERSION.matcher(atLeast).matches()) {
            throw new IllegalArgumentException("atLeast: '" + atLeast + "' is no version such as 3.10");
        }
    }

    /**
     * Needs a tool of any version.
     *
     * @param tool the tool
     * @return the need
     */
    public static ToolNeed any(Tool tool) {
        return new ToolNeed(tool, "");
    }

    /**
     * Says whether an installed tool will do.
     *
     * @param installed the tool that was found
     * @return true if it is the tool and not too old; a version that is unknown will do
     */
    public boolean metBy(InstalledTool installed) {
        if (installed.tool() != tool) {
            return false;
        }
        return atLeast.isEmpty()
                || !VERSION.matcher(installed.version()).matches()
                || Arrays.compare(numbers(installed.version()), numbers(atLeast)) >= 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    @Override
    public String toString() {
        return atLeast.isEmpty() ? tool.id() : tool.id() + " " + atLeast + " or newer";
    }
}
