package io.quantumlayer.core;

import io.quantumlayer.api.Preview;
import io.quantumlayer.core.internal.report.PreviewReport;

/**
 * Shows a {@link Preview} as one self-contained HTML page, for light and dark: points by factor, a month's bill at each
 * service, the regions of the chosen one, what was refused and what the choice hangs on.
 */
public final class PreviewPage {
    private PreviewPage() {}

    /**
     * Renders a preview; the market's part is worked out if nobody asked for it yet.
     *
     * @param preview the preview
     * @return the page; equal previews give equal bytes
     */
    public static String of(Preview preview) {
        return PreviewReport.of(preview);
    }
}
