import jakarta.servlet.http.HttpServletRequest;
import java.io.*;

class PathTraversal {
    InputStream open(HttpServletRequest request) throws IOException {
        long id = Long.parseLong(request.getParameter("file"));
        return new FileInputStream("/srv/files/" + id);
    }
}
