import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.web.bind.annotation.*;

class SqlInjectionJpa {
    private EntityManager entities;

    @GetMapping("/x")
    List<?> find(@RequestParam(required = false) String order) {
        return entities.createQuery("SELECT u FROM User u ORDER BY " + order).getResultList();
    }
}
