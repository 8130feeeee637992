package demo.notes;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class NoteController {
    private final NoteRepository notes;

    public NoteController(NoteRepository notes) {
        this.notes = notes;
        notes.save(new Note("hello from spring boot"));
    }

    @GetMapping("/notes")
    public List<Note> all() {
        return notes.findAll();
    }
}
