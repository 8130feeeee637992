package io.quantumlayer.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.security.inventory.FoundPackage;
import io.quantumlayer.security.inventory.Inventory;
import io.quantumlayer.security.inventory.PackageScope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageInventoryTest {
    @TempDir
    private Path root;

    @Test
    void readsNpmOfEachVersion() throws Exception {
        write("one/package-lock.json", """
            {"lockfileVersion": 1, "dependencies": {
              "a": {"version": "1.0.0", "dependencies": {"a": {"version": "0.9.0"}}},
              "b": {"version": "2.0.0-rc.1", "dev": true},
              "c": {"version": "git+ssh://git@example.org/c.git#abc"}}}\
            """);
        write("three/package-lock.json", """
            {"lockfileVersion": 3, "packages": {
              "": {"name": "app", "version": "9.9.9"},
              "packages/mine": {"version": "1.0.0"},
              "node_modules/mine": {"resolved": "packages/mine", "link": true},
              "node_modules/@scope/a": {"version": "1.2.3"},
              "node_modules/@scope/a/node_modules/b": {"version": "0.1.0", "dev": true},
              "node_modules/alias": {"name": "real", "version": "4.0.0"}}}\
            """);
        Inventory inventory = PackageInventory.of(root);
        assertThat(inventory.packages())
                .extracting(FoundPackage::purl)
                .containsExactly(
                        "pkg:npm/a@0.9.0",
                        "pkg:npm/a@1.0.0",
                        "pkg:npm/b@2.0.0-rc.1",
                        "pkg:npm/%40scope/a@1.2.3",
                        "pkg:npm/b@0.1.0",
                        "pkg:npm/real@4.0.0");
        assertThat(development(inventory)).containsExactly("pkg:npm/b@2.0.0-rc.1", "pkg:npm/b@0.1.0");
        assertThat(inventory.gaps())
                .containsExactly("one/package-lock.json: c comes from no registry, so its version is unknown");
        assertThat(inventory.packages().get(3).location()).hasToString("three/package-lock.json:5");
    }

    @Test
    void readsPnpmOfEachVersion() throws Exception {
        write("five/pnpm-lock.yaml", """
            lockfileVersion: 5.4
            packages:
              /@scope/a/1.0.0_react@18.2.0:
                dev: false
              /b/2.0.0:
                dev: true
            """);
        write("nine/pnpm-lock.yaml", """
            lockfileVersion: '9.0'
            importers:
              .:
                dependencies:
                  a: {specifier: ^1, version: 1.0.0(react@18.2.0)}
                devDependencies:
                  d: {specifier: ^3, version: 3.0.0}
            packages:
              a@1.0.0: {resolution: {integrity: x}}
              '@scope/b@2.0.0': {resolution: {integrity: x}}
              d@3.0.0: {resolution: {integrity: x}}
            snapshots:
              a@1.0.0(react@18.2.0):
                dependencies:
                  '@scope/b': 2.0.0
              '@scope/b@2.0.0': {}
              d@3.0.0: {}
            """);
        Inventory inventory = PackageInventory.of(root);
        assertThat(inventory.unreadable()).isEmpty();
        assertThat(inventory.packages())
                .extracting(FoundPackage::purl)
                .containsExactly(
                        "pkg:npm/%40scope/a@1.0.0",
                        "pkg:npm/b@2.0.0", "pkg:npm/%40scope/b@2.0.0", "pkg:npm/a@1.0.0", "pkg:npm/d@3.0.0");
        assertThat(development(inventory)).containsExactly("pkg:npm/b@2.0.0", "pkg:npm/d@3.0.0");
    }

    @Test
    void readsYarnOfBothKinds() throws Exception {
        write("classic/yarn.lock", """
            # yarn lockfile v1

            "@scope/a@^1.0.0", "@scope/a@~1.1.0":
              version "1.1.5"
              resolved "x"

            alias@npm:real@^2:
              version "2.0.0"
            """);
        write("modern/yarn.lock", """
            # made by yarn

            __metadata:
              version: 8

            "a@npm:^1.0.0":
              version: 1.0.1
              resolution: "a@npm:1.0.1"

            "mine@workspace:.":
              version: 0.0.0-use.local
              resolution: "mine@workspace:."
            """);
        assertThat(PackageInventory.of(root).packages())
                .extracting(FoundPackage::purl)
                .containsExactly("pkg:npm/%40scope/a@1.1.5", "pkg:npm/real@2.0.0", "pkg:npm/a@1.0.1");
    }

    @Test
    void readsWhatPythonToolsPin() throws Exception {
        write("requirements.txt", """
            # made by a tool
            --index-url https://example.org/simple
            Flask_Login[extra]==1.0 ; python_version > "3" \\
                --hash=sha256:00 \\
                --hash=sha256:11
            loose>=2
            other @ https://example.org/other.whl
            """);
        writePoetryAndUv();
        write("Pipfile.lock", """
            {"_meta": {}, "default": {"f": {"version": "==6.0"}}, "develop": {"g": {"version": "==7.0"}}}\
            """);
        Inventory inventory = PackageInventory.of(root);
        assertThat(inventory.unreadable()).isEmpty();
        assertThat(inventory.packages())
                .extracting(FoundPackage::purl)
                .containsExactly(
                        "pkg:pypi/f@6.0",
                        "pkg:pypi/g@7.0",
                        "pkg:pypi/a@1.0",
                        "pkg:pypi/b@2.0",
                        "pkg:pypi/flask-login@1.0",
                        "pkg:pypi/c@3.0",
                        "pkg:pypi/d@4.0",
                        "pkg:pypi/e@5.0");
        assertThat(development(inventory)).containsExactly("pkg:pypi/g@7.0", "pkg:pypi/b@2.0", "pkg:pypi/e@5.0");
        assertThat(inventory.gaps()).hasSize(2).allMatch(gap -> gap.startsWith("requirements.txt:"));
    }

    private void writePoetryAndUv() throws IOException {
        write("poetry.lock", """
            [[package]]
            name = "a"
            version = "1.0"
            groups = ["main", "dev"]
            [[package]]
            name = "b"
            version = "2.0"
            groups = ["dev"]
            [metadata]
            lock-version = "2.1"
            """);
        write("uv.lock", """
            version = 1
            [[package]]
            name = "app"
            version = "0.1.0"
            source = { virtual = "." }
            dependencies = [{ name = "c" }]
            [package.dev-dependencies]
            dev = [{ name = "e" }]
            [[package]]
            name = "c"
            version = "3.0"
            source = { registry = "https://example.org/simple" }
            dependencies = [{ name = "d" }]
            [[package]]
            name = "d"
            version = "4.0"
            source = { registry = "https://example.org/simple" }
            [[package]]
            name = "e"
            version = "5.0"
            source = { registry = "https://example.org/simple" }
            """);
    }

    @Test
    void readsGoWithReplacements() throws Exception {
        write("new/go.mod", """
            module example.org/app

            go 1.22

            require example.org/a v1.0.0
            require (
                example.org/b/v2 v2.1.0 // indirect
                example.org/c v0.0.0-20200101000000-abcdefabcdef
                example.org/d v1.0.0
            )
            replace example.org/c => example.org/fork v1.5.0
            replace example.org/d v1.0.0 => ../d
            """);
        write("old/go.mod", "module example.org/old\ngo 1.16\nrequire example.org/a v1.0.0\n");
        write("old/go.sum", """
            example.org/a v1.0.0 h1:x=
            example.org/a v1.0.0/go.mod h1:x=
            example.org/deep v0.1.0 h1:x=
            example.org/unused v0.2.0/go.mod h1:x=
            """);
        Inventory inventory = PackageInventory.of(root);
        assertThat(inventory.packages())
                .extracting(FoundPackage::purl)
                .containsExactly(
                        "pkg:golang/example.org/a@v1.0.0",
                        "pkg:golang/example.org/b/v2@v2.1.0",
                        "pkg:golang/example.org/fork@v1.5.0",
                        "pkg:golang/example.org/a@v1.0.0",
                        "pkg:golang/example.org/deep@v0.1.0");
        assertThat(inventory.gaps())
                .containsExactly("new/go.mod: example.org/d is replaced by a folder, so its version is unknown");
    }

    @Test
    void readsWhatMavenAndGradleResolvedAndSaysWhatAPomLeavesOut() throws Exception {
        write("gradle.lockfile", """
            # a comment
            org.a:a:1.0=compileClasspath,runtimeClasspath
            org.b:b:2.0=testCompileClasspath
            empty=annotationProcessor
            """);
        write("target/dependency-list.txt", """

            The following files have been resolved:
               org.c:c:jar:3.0:compile -- module c
               org.d:d:jar:linux:4.0:test
            """);
        write("pom.xml", """
            <project><parent><groupId>org.p</groupId><version>7</version></parent>
            <properties><e.version>5.0</e.version></properties>
            <dependencies>
              <dependency>
                <groupId>org.e</groupId><artifactId>e</artifactId><version>${e.version}</version></dependency>
              <dependency>
                <groupId>${project.groupId}</groupId><artifactId>s</artifactId>
                <version>${project.version}</version></dependency>
              <dependency><groupId>org.m</groupId><artifactId>m</artifactId></dependency>
            </dependencies></project>\
            """);
        Inventory inventory = PackageInventory.of(root);
        assertThat(inventory.packages())
                .extracting(FoundPackage::purl)
                .containsExactly(
                        "pkg:maven/org.a/a@1.0",
                        "pkg:maven/org.b/b@2.0",
                        "pkg:maven/org.e/e@5.0",
                        "pkg:maven/org.p/s@7",
                        "pkg:maven/org.c/c@3.0",
                        "pkg:maven/org.d/d@4.0");
        assertThat(development(inventory)).containsExactly("pkg:maven/org.b/b@2.0", "pkg:maven/org.d/d@4.0");
        assertThat(inventory.gaps())
                .anyMatch(gap -> gap.contains("[org.m:m] are set elsewhere"))
                .anyMatch(gap -> gap.contains("mvn dependency:list"));
    }

    @Test
    void readsJarsAndTheJarsWithinThem() throws Exception {
        byte[] inner = zip("META-INF/maven/org.i/i/pom.properties", text("groupId=org.i\nartifactId=i\nversion=1\n"));
        Files.write(root.resolve("app.jar"), zip("BOOT-INF/lib/i.jar", inner));
        Files.write(root.resolve("bare.jar"), zip("A.class", new byte[4]));
        Inventory inventory = PackageInventory.of(root);
        assertThat(inventory.packages()).singleElement().satisfies(found -> {
            assertThat(found.purl()).isEqualTo("pkg:maven/org.i/i@1");
            assertThat(found.location().path()).isEqualTo("app.jar!/BOOT-INF/lib/i.jar");
        });
        assertThat(inventory.gaps()).containsExactly("bare.jar: a jar without Maven coordinates");
    }

    @Test
    void knowsNothingOfAFileItCannotUnderstand() throws Exception {
        write("a/package-lock.json", "{\"lockfileVersion\": 3, \"packages\": {\"node_modules/a\": ");
        write("b/package-lock.json", "{\"lockfileVersion\": 3, \"packages\": {}, \"packages\": {}}");
        write("c/pnpm-lock.yaml", "lockfileVersion: 5.4\npackages: &a [*a]\nx: y: z");
        write("d/pom.xml", "<!DOCTYPE project [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><project>&x;</project>");
        write("e/poetry.lock", "name = ");
        Files.write(root.resolve("f.jar"), new byte[] {'P', 'K', 3, 4, 1});
        Files.createDirectories(root.resolve("g"));
        Files.write(root.resolve("g/yarn.lock"), new byte[] {(byte) 0xff, (byte) 0xfe});
        Inventory inventory = PackageInventory.of(root);
        assertThat(inventory.packages()).isEmpty();
        assertThat(inventory.unreadable())
                .extracting(line -> line.substring(0, 1))
                .containsExactly("a", "b", "c", "d", "e", "f", "g");
    }

    @Test
    void refusesWhatIsNoFolderAndLooksIntoNoInstalledModules() throws Exception {
        assertThatThrownBy(() -> PackageInventory.of(root.resolve("none"))).isInstanceOf(QuantumLayerException.class);
        write("node_modules/a/package-lock.json", "{");
        assertThat(PackageInventory.of(root).unreadable()).isEmpty();
    }

    private static java.util.List<String> development(Inventory inventory) {
        return inventory.packages().stream()
                .filter(found -> found.scope() == PackageScope.DEVELOPMENT)
                .map(FoundPackage::purl)
                .toList();
    }

    private void write(String path, String content) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), content);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
