package eu.lethe.server.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.opensearch.cli.UserException;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;

/**
 * Runs one OpenSearch node until its standard input ends: {@code SearchNode HOME [setting=value ...]}. The end of the
 * input is the end of the supervisor, however it died, so no node is left behind.
 */
public final class SearchNode {

    private static final int FATAL = 127;

    private SearchNode() {}

    public static void main(String[] arguments) throws IOException, NodeValidationException, UserException {
        Thread.setDefaultUncaughtExceptionHandler(SearchNode::dieOfErrors);
        Environment environment = environment(Path.of(arguments[0]), settings(arguments));
        LogConfigurator.setNodeName(Node.NODE_NAME_SETTING.get(environment.settings()));
        LogConfigurator.configure(environment);
        Node node = new EmbeddedNode(environment);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        node.start();
        awaitEndOfInput();
        System.exit(0);
    }

    private static Map<String, String> settings(String[] arguments) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            int equals = argument.indexOf('=');
            settings.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        return settings;
    }

    private static Environment environment(Path home, Map<String, String> settings) {
        Path absolute = home.toAbsolutePath().normalize();
        Settings base = Settings.builder().put("path.home", absolute.toString()).build();
        return InternalSettingsPreparer.prepareEnvironment(base, settings, absolute.resolve("config"), () -> "lethe");
    }

    @SuppressWarnings("SystemOut") // the supervisor collects standard error as this node's log
    private static void dieOfErrors(Thread thread, Throwable failure) {
        failure.printStackTrace();
        if (failure instanceof Error) {
            Runtime.getRuntime().halt(FATAL); // a node that lost a thread answers nothing: better started again
        }
        if ("main".equals(thread.getName())) {
            System.exit(1);
        }
    }

    private static void awaitEndOfInput() throws IOException {
        byte[] ignored = new byte[64];
        while (System.in.read(ignored) >= 0) {
            Thread.onSpinWait();
        }
    }

    private static void close(Node node) {
        try {
            node.close();
            node.awaitClose(10, TimeUnit.SECONDS);
        } catch (IOException failure) {
            System.err.println("OpenSearch did not close in order: " + failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class EmbeddedNode extends Node {
        EmbeddedNode(Environment environment) {
            super(environment, List.of(), false);
        }
    }
}
