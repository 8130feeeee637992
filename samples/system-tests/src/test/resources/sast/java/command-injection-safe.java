import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

class CommandInjection {
    void run(HttpServletRequest request) throws IOException {
        int size = Integer.parseInt(request.getParameter("size"));
        new ProcessBuilder("/usr/bin/convert", "-resize", Integer.toString(size)).start();
    }
}
