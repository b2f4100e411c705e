package eu.lethe.server;

/**
 * The first class that runs, compiled for Java 8: a Java that is too old gets a sentence instead of an
 * UnsupportedClassVersionError.
 */
public final class Start {

    private static final double NEEDED = 61.0; // class files of Java 17

    private Start() {}

    public static void main(String[] arguments) throws Exception {
        if (Double.parseDouble(System.getProperty("java.class.version")) < NEEDED) {
            System.err.println("Lethe needs Java 17 or newer; this is Java " + System.getProperty("java.version") + " in "
                    + System.getProperty("java.home") + ".");
            System.exit(1);
        }
        Class.forName("eu.lethe.server.launcher.Lethe")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }
}
