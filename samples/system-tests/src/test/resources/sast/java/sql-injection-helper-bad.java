import jakarta.servlet.http.HttpServletRequest;
import java.sql.*;

class SqlInjectionHelper {
    private Statement statement;

    ResultSet find(HttpServletRequest request) throws SQLException {
        return byName(request.getParameter("name"));
    }

    private ResultSet byName(String name) throws SQLException {
        return statement.executeQuery("SELECT * FROM users WHERE name = '" + name + "'");
    }
}
