import jakarta.servlet.http.HttpServletRequest;
import java.io.*;

class PathTraversal {
    InputStream open(HttpServletRequest request) throws IOException {
        return new FileInputStream("/srv/files/" + request.getParameter("file"));
    }
}
