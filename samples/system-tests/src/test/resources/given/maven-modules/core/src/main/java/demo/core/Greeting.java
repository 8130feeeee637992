package demo.core;

public final class Greeting {
    public static String text() {
        return "hello from modules";
    }
}
