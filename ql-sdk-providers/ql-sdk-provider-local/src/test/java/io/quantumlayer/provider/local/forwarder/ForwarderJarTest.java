package io.quantumlayer.provider.local.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForwarderJarTest {

    private static final String PACKAGE = "io/quantumlayer/provider/local/forwarder/";

    @TempDir
    private Path folder;

    @Test
    void itHoldsTheClassFilesOfThePackageInOrderAndNothingElse() throws IOException {
        try (JarFile jar = new JarFile(written("a.jar").toFile())) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();
            assertThat(names).first().isEqualTo("META-INF/MANIFEST.MF");
            assertThat(names.subList(1, names.size()))
                    .isSorted()
                    .contains(PACKAGE + "ForwarderMain.class", PACKAGE + "Tunnel$Turn.class")
                    .allMatch(name -> name.matches(PACKAGE + "[^/]+\\.class"))
                    .noneMatch(name -> name.contains("Test"));
        }
    }

    @Test
    void theSameClassesMakeTheSameBytes() throws IOException {
        assertThat(written("a.jar")).hasSameBinaryContentAs(written("b.jar"));
    }

    @Test
    void aJarThatIsRightStaysUntouchedAndAnyOtherIsReplaced() throws IOException {
        Path jar = written("a.jar");
        byte[] right = Files.readAllBytes(jar);
        FileTime old = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(jar, old);
        ForwarderJar.writeTo(jar);
        assertThat(Files.getLastModifiedTime(jar)).isEqualTo(old);
        Files.write(jar, new byte[] {1, 2, 3});
        ForwarderJar.writeTo(jar);
        assertThat(jar).hasBinaryContent(right);
        assertThat(folder).isDirectoryContaining(file -> file.equals(jar)).isDirectoryNotContaining("glob:**.next");
    }

    @Test
    void fromAJarOnTheClassPathItWritesTheSameBytes() throws Exception {
        Path first = written("a.jar");
        Path second = folder.resolve("b.jar");
        try (URLClassLoader alone = alone(first)) {
            alone.loadClass(ForwarderJar.class.getName())
                    .getMethod("writeTo", Path.class)
                    .invoke(null, second);
        }
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void everyClassInItLinksWithNothingButTheJdk() throws Exception {
        Path jar = written("a.jar");
        try (URLClassLoader alone = alone(jar);
                JarFile file = new JarFile(jar.toFile())) {
            for (ZipEntry entry : file.stream().skip(1).toList()) {
                String name = entry.getName().replace('/', '.').replaceAll("\\.class$", "");
                Class<?> loaded = Class.forName(name, true, alone);
                assertThat(loaded.getClassLoader()).isSameAs(alone);
                assertThat(loaded.getDeclaredMethods()).isNotNull();
            }
        }
    }

    private Path written(String name) throws IOException {
        return ForwarderJar.writeTo(folder.resolve(name));
    }

    private static URLClassLoader alone(Path jar) throws IOException {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }
}
