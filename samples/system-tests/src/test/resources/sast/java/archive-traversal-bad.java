import java.io.*;
import java.nio.file.*;
import java.util.zip.*;

class ArchiveTraversal {
    void unpack(ZipInputStream in, Path folder) throws IOException {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            Files.copy(in, folder.resolve(entry.getName()));
        }
    }
}
