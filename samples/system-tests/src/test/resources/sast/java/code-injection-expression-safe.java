import org.springframework.web.bind.annotation.*;
import org.springframework.expression.spel.standard.SpelExpressionParser;

class CodeInjectionExpression {
    @GetMapping("/x")
    Object price(@RequestParam String formula) {
        return new SpelExpressionParser().parseExpression("1 + 1").getValue();
    }
}
