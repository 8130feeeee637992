import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

class CommandInjection {
    void run(HttpServletRequest request) throws IOException {
        Runtime.getRuntime().exec("convert " + request.getParameter("file"));
    }
}
