import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;

class SqlInjectionSpring {
    private JdbcTemplate jdbc;

    @GetMapping("/x")
    List<?> find(@RequestParam String name) {
        return jdbc.queryForList("SELECT * FROM users WHERE name = '" + name + "'");
    }
}
