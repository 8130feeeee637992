package x.internal;

/** A process of its own. */
final class ExitMain {

    private ExitMain() {}

    public static void main(String[] args) {
        System.exit(args.length);
        System.getProperty("x"); // >>global
    }
}
