import jakarta.servlet.http.HttpServletRequest;
import java.sql.*;

class SqlInjection {
    ResultSet find(Connection c, HttpServletRequest request) throws SQLException {
        String name = request.getParameter("name");
        PreparedStatement statement = c.prepareStatement("SELECT * FROM users WHERE name = ?");
        statement.setString(1, name);
        return statement.executeQuery();
    }
}
