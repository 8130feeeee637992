import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.HtmlUtils;

class CrossSiteScripting {
    void handle(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.getWriter().println("<p>" + HtmlUtils.htmlEscape(request.getParameter("name")) + "</p>");
    }
}
