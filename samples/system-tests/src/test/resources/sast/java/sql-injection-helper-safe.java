import jakarta.servlet.http.HttpServletRequest;
import java.sql.*;

class SqlInjectionHelper {
    private Connection connection;

    ResultSet find(HttpServletRequest request) throws SQLException {
        return byName(request.getParameter("name"));
    }

    private ResultSet byName(String name) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT * FROM users WHERE name = ?");
        statement.setString(1, name);
        return statement.executeQuery();
    }
}
