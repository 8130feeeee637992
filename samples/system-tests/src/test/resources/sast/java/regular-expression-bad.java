import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

class RegularExpression {
    void handle(HttpServletRequest request, HttpServletResponse response) throws Exception {
        boolean found = Pattern.compile(request.getParameter("pattern")).matcher("text").find();
    }
}
