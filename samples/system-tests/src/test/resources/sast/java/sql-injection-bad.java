import jakarta.servlet.http.HttpServletRequest;
import java.sql.*;

class SqlInjection {
    ResultSet find(Connection c, HttpServletRequest request) throws SQLException {
        String name = request.getParameter("name");
        Statement statement = c.createStatement();
        return statement.executeQuery("SELECT * FROM users WHERE name = '" + name + "'");
    }
}
