import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.script.ScriptEngine;

class CodeInjectionScript {
    private ScriptEngine engine;

    void handle(HttpServletRequest request, HttpServletResponse response) throws Exception {
        engine.put("value", request.getParameter("value"));
        engine.eval("value.length");
    }
}
