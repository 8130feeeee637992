package x.internal;

import java.util.*; // >>AvoidStarImport
import java.io.File; // >>UnusedImports
import sun.misc.Unsafe; // >>IllegalImport >>UnusedImports

/**
 * Breaks rules of main code.
 *
 * @author somebody >>author
 */
public class MainCode {

    private static int counter; // >>mutableStatic
    private static final List<String> NAMES = List.of();

    // TODO later >>todo

    void nested(boolean a, List<String> all) {
        if (a) {
            for (String one : all) {
                try {
                    if (one.isEmpty()) { // >>nesting
                        counter++;
                    }
                } finally {
                    counter--;
                }
            }
        } else if (all.isEmpty()) {
            while (counter > 0) {
                synchronized (this) {
                    counter--;
                }
            }
        }
    }

    void global() {
        System.exit(1); // >>global
        System.getProperty("x"); // >>global
        Boolean.getBoolean("x"); // >>global
        java.nio.file.Path.of(""); // >>global
        java.time.Instant.now(); // >>global
        System.currentTimeMillis(); // >>global
        java.util.UUID.randomUUID(); // >>global
        new Random(); // >>global
        // System.exit(1) in a comment is no call
    }

    void swallow() {
        try {
            global();
            /* >>EmptyCatchBlock */ } catch (IllegalStateException e) {
        }
    }

    /* >>suppression */
    @SuppressWarnings("unchecked")
    void silent() {}

    // The list holds strings only.
    @SuppressWarnings("unchecked")
    void explained() {}

    @SuppressWarnings("unchecked") // The list holds strings only.
    void explainedBeside() {}

    void six(int a, int b, int c, int d, int e, int f) {} // >>privateParameters

    MainCode(int a, int b, int c, int d, int e, int f, int g) {}

    MainCode(int a, int b, int c, int d, int e, int f, int g, int h) {} // >>privateParameters

    static class Closed { // >>FinalClass
        private Closed() {}
    }

    record Six(int a, int b, int c, int d, int e, int f) {} // >>RecordComponentNumber

    record Five(int a, int b, int c, int d, int e) {}

    interface FlowManager {} // >>TypeName

    interface PathUtils {} // >>TypeName

    interface Wide {
        void five(int a, int b, int c, int d, int e); // >>publicParameters
    }

    void exactly() {
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
    }

    void oneMore() { // >>MethodLength
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
        counter++;
    }

    String longLine = "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234"; // >>LineLength

	int tab; // >>FileTabCharacter
}

final class Second {} // >>OneTopLevelClass
