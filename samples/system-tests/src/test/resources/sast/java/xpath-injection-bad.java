import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.xml.xpath.XPath;
import org.w3c.dom.Document;

class XpathInjection {
    private XPath xpath;
    private Document people;

    void handle(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String name = request.getParameter("name");
        xpath.evaluate("//person[@name='" + name + "']", people);
    }
}
