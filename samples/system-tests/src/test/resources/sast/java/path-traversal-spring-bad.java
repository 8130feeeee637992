import java.io.IOException;
import java.nio.file.*;
import java.util.UUID;
import org.springframework.web.bind.annotation.*;

class PathTraversalSpring {
    @GetMapping("/files/{name}")
    byte[] read(@PathVariable String name) throws IOException {
        return Files.readAllBytes(Path.of("/srv/files", name));
    }
}
