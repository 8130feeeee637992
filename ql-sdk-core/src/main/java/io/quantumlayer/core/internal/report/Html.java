package io.quantumlayer.core.internal.report;

import java.util.List;

/** Writes HTML in which every text from outside is escaped. Not thread-safe. */
final class Html {
    private final StringBuilder out = new StringBuilder(16_384);

    Html raw(String trusted) {
        out.append(trusted);
        return this;
    }

    Html text(String hostile) {
        for (int i = 0; i < hostile.length(); i++) {
            char c = hostile.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c < ' ' && c != '\n' ? ' ' : c);
            }
        }
        return this;
    }

    Html element(String tag, String hostile) {
        return raw("<" + tag + ">").text(hostile).raw("</" + tag.split(" ", 2)[0] + ">");
    }

    Html table(String caption, List<String> heads, List<List<String>> rows) {
        raw("<section>").element("h2", caption).raw("<div class=wide><table><thead><tr>");
        heads.forEach(h -> element("th", h));
        raw("</tr></thead><tbody>");
        for (List<String> row : rows) {
            raw("<tr>");
            row.forEach(cell -> element("td", cell));
            raw("</tr>");
        }
        return raw("</tbody></table></div></section>\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
