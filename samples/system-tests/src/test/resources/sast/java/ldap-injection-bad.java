import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;

class LdapInjection {
    private DirContext context;

    void handle(HttpServletRequest request, HttpServletResponse response) throws Exception {
        context.search("ou=people", "(uid=" + request.getParameter("user") + ")", new SearchControls());
    }
}
