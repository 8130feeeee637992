package io.quantumlayer.security.internal.sca;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Advisories as the OSV format writes them. */
final class Advisories {
    /** The ranges that GHSA-jfh8-c2jp-5v3q has for log4j-core. */
    static final String LOG4SHELL = """
        {"id": "GHSA-jfh8-c2jp-5v3q", "modified": "2025-05-09T13:13:16Z", "aliases": ["CVE-2021-44228"],
         "summary": "Remote code injection in Log4j",
         "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H"}],
         "affected": [
           {"package": {"ecosystem": "Maven", "name": "org.apache.logging.log4j:log4j-core"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "2.13.0"}, {"fixed": "2.15.0"}]}]},
           {"package": {"ecosystem": "Maven", "name": "org.apache.logging.log4j:log4j-core"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "2.4"}, {"fixed": "2.12.2"}]}]},
           {"package": {"ecosystem": "Maven", "name": "org.apache.logging.log4j:log4j-core"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "2.0-beta9"}, {"fixed": "2.3.1"}]}]}]}
        """;

    private Advisories() {}

    /** An advisory about one package with one range. */
    static String of(String id, String ecosystem, String name, String range) {
        return """
            {"id": "%s", "modified": "2030-01-01T00:00:00Z", "summary": "a hole",
             "database_specific": {"severity": "HIGH"},
             "affected": [{"package": {"ecosystem": "%s", "name": "%s"}, "ranges": [%s]}]}
            """.formatted(id, ecosystem, name, range);
    }

    static Path folder(Path root, String... advisories) throws IOException {
        Path folder = Files.createDirectories(root.resolve("advisories"));
        for (int i = 0; i < advisories.length; i++) {
            Files.writeString(folder.resolve(i + ".json"), advisories[i]);
        }
        return folder;
    }
}
