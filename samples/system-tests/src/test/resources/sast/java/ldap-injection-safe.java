import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;

class LdapInjection {
    private DirContext context;

    void handle(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Object[] values = {request.getParameter("user")};
        context.search("ou=people", "(uid={0})", values, new SearchControls());
    }
}
