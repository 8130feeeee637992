import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.web.bind.annotation.*;

class SqlInjectionJpa {
    private EntityManager entities;

    @GetMapping("/x")
    List<?> find(@RequestParam(required = false) String name) {
        return entities.createQuery("SELECT u FROM User u WHERE u.name = :name").setParameter("name", name).getResultList();
    }
}
