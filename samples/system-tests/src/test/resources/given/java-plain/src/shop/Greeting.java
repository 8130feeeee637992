package shop;

final class Greeting {
    static String text() {
        return "hello from plain java";
    }
}
