package eu.lethe.server.launcher;

/** Whether the application answers: its health says ready, and the dashboard is there. */
final class Application {

    private static final int PROBE_MILLIS = 10_000;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private final String address;

    Application(Site site) {
        String host = site.host().equals("0.0.0.0") ? "127.0.0.1" : site.host();
        this.address = "http://" + host + ":" + site.port();
    }

    boolean ready() {
        if (Http.status(address + "/health/ready", PROBE_MILLIS) != OK) {
            return false;
        }
        int dashboard = Http.status(address + "/dashboard/", PROBE_MILLIS);
        return dashboard >= OK && dashboard < SERVER_ERROR && dashboard != NOT_FOUND;
    }
}
