package eu.lethe.server.payara;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;

/**
 * Runs Payara Micro with one EAR until its standard input ends:
 * {@code PayaraNode INSTALLATION INSTANCE EAR [Payara Micro options ...]}. The end of the input is the end of the
 * supervisor, however it died, so no server is left behind.
 */
public final class PayaraNode {

    private static final int OWN_ARGUMENTS = 3;
    private static final int NOT_DEPLOYED = 3;
    private static final long PATIENCE_MILLIS = 20_000;

    private PayaraNode() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Path installation = Path.of(arguments[0]).toAbsolutePath();
        Path instance = Path.of(arguments[1]).toAbsolutePath();
        File ear = new File(arguments[2]).getAbsoluteFile();
        Thread watch = new Thread(() -> endWith(System.in), "supervisor-watch");
        watch.start();
        start(installation, instance, Arrays.copyOfRange(arguments, OWN_ARGUMENTS, arguments.length));
        Object runtime = runtime();
        if (!deploy(runtime, ear)) {
            System.err.println("Lethe: the application was not deployed; the reason is above");
            System.exit(NOT_DEPLOYED);
        }
        System.err.println("Lethe: the application is deployed");
    }

    /** What Payara's RootDirLauncher does, except that several instances can share one read-only installation. */
    private static void start(Path installation, Path instance, String[] options) throws ReflectiveOperationException {
        System.setProperty(
                "fish.payara.micro.BootJar",
                installation.resolve("launch-micro.jar").toUri().toString());
        System.setProperty("fish.payara.micro.UnpackDir", installation.toString());
        String[] all = Arrays.copyOf(options, options.length + 2);
        all[options.length] = "--rootdir";
        all[options.length + 1] = instance.toString();
        Class.forName("fish.payara.micro.impl.PayaraMicroImpl")
                .getMethod("main", String[].class)
                .invoke(null, (Object) all);
    }

    private static Object runtime() throws ReflectiveOperationException {
        Class<?> micro = Class.forName("fish.payara.micro.PayaraMicro");
        Object instance = micro.getMethod("getInstance").invoke(null);
        return micro.getMethod("getRuntime").invoke(instance);
    }

    /** Payara answers true even for a deployment that failed, so the list of applications decides. */
    private static boolean deploy(Object runtime, File ear) throws ReflectiveOperationException {
        Class<?> type = Class.forName("fish.payara.micro.PayaraMicroRuntime");
        type.getMethod("deploy", File.class).invoke(runtime, ear);
        Object deployed = type.getMethod("getDeployedApplicationNames").invoke(runtime);
        return deployed instanceof Collection<?> names && !names.isEmpty();
    }

    private static void endWith(InputStream supervisor) {
        try {
            byte[] ignored = new byte[64];
            while (supervisor.read(ignored) >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException broken) {
            System.err.println("Lethe: the supervisor's pipe broke: " + broken.getMessage());
        }
        Thread impatience = new Thread(PayaraNode::halt, "impatience");
        impatience.setDaemon(true);
        impatience.start();
        System.exit(0); // Payara's own shutdown hook stops it in order
    }

    private static void halt() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
