package io.quantumlayer.core.internal.report;

/** What every page begins and ends with: one document without any outside address, for light and dark. */
final class PageFrame {
    private static final String HEAD = """
        <!doctype html><html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <link rel="icon" href="data:,"><meta name="color-scheme" content="light dark"><title>\
        """;

    private static final String STYLE = """
        </title><style>
        :root{--bg:#fbfbfa;--fg:#1c2128;--dim:#5b6570;--rule:#d9dde2;--card:#fff;--ok:#1f7a4d;
        --bad:#b3261e;--na:#8a94a0;--warn:#a15c00}
        @media(prefers-color-scheme:dark){:root{--bg:#14171b;--fg:#e6e9ed;--dim:#9aa5b1;--rule:#2d343c;
        --card:#1b2026;--ok:#4cc38a;--bad:#ff7a70;--na:#6b7683;--warn:#e0a040}}
        *{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--fg);
        font:15px/1.5 system-ui,sans-serif}
        main{max-width:1100px;margin:0 auto;padding:32px 20px 64px}h1{font-size:26px;margin:0 0 4px}
        h2{font-size:17px;margin:34px 0 10px}
        .outcome{display:inline-block;padding:2px 12px;border-radius:12px;color:var(--bg);
        background:var(--na);font-weight:600}
        .outcome.good{background:var(--ok)}.outcome.bad{background:var(--bad)}.dim{color:var(--dim)}
        a{color:inherit}
        .line{background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:10px 14px}
        .row{display:grid;grid-template-columns:130px minmax(120px,260px) 76px 1fr;gap:10px;
        align-items:start;padding:4px 0;border-bottom:1px solid var(--rule)}
        .row:last-child{border:0}.name{font-weight:600}.ms{text-align:right;color:var(--dim);
        font-variant-numeric:tabular-nums}.what{overflow-wrap:anywhere}
        .track{position:relative;height:12px;margin-top:6px;background:var(--bg);border-radius:6px;
        overflow:hidden}
        .bar{position:absolute;top:0;bottom:0;border-radius:6px;background:var(--na)}
        .bar.proved{background:var(--ok)}.bar.failed{background:var(--bad)}
        .bar.not-proved{background:var(--warn)}
        .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;background:var(--card);
        font-size:14px}
        th,td{text-align:left;padding:6px 10px;border:1px solid var(--rule);vertical-align:top;
        overflow-wrap:anywhere}td:first-child{overflow-wrap:break-word}th{color:var(--dim);font-weight:600;
        overflow-wrap:normal}
        .plot{display:grid;grid-template-columns:minmax(130px,300px) 1fr 110px;gap:4px 12px;align-items:center;
        font-size:14px}.plot .label{overflow-wrap:anywhere}.plot .value{text-align:right;
        font-variant-numeric:tabular-nums}
        .stack{display:flex;height:16px;background:var(--bg);border-radius:4px;overflow:hidden}
        .stack i{display:block;border-right:1px solid var(--card)}.stack i.unknown{background:
        repeating-linear-gradient(45deg,var(--rule) 0 3px,transparent 3px 6px)}
        .f0{background:#4477aa}.f1{background:#66ccee}.f2{background:#228833}.f3{background:#ccbb44}
        .f4{background:#ee6677}.f5{background:#aa3377}.money{background:var(--ok)}.chosen{font-weight:600}
        .legend span{display:inline-block;margin-right:14px}.legend b{display:inline-block;width:11px;height:11px;
        margin-right:5px;border-radius:2px}
        @media(max-width:700px){.row{grid-template-columns:1fr 70px}.track{display:none}
        .what{grid-column:1/3}}
        </style></head><body><main>
        """;

    private PageFrame() {}

    static void open(Html html, String title) {
        html.raw(HEAD).text(title).raw(STYLE);
    }

    static String close(Html html) {
        return html.raw("</main></body></html>\n").toString();
    }
}
