import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.xml.xpath.XPath;
import org.w3c.dom.Document;

class XpathInjection {
    private XPath xpath;
    private Document people;

    void handle(HttpServletRequest request, HttpServletResponse response) throws Exception {
        int number = Integer.parseInt(request.getParameter("number"));
        xpath.evaluate("//person[" + number + "]", people);
    }
}
