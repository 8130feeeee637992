import java.io.*;
import java.nio.file.*;
import java.util.zip.*;

class ArchiveTraversal {
    void unpack(ZipInputStream in, Path folder) throws IOException {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("leaves its folder");
            }
            Files.copy(in, target);
        }
    }
}
