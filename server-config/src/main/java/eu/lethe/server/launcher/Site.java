package eu.lethe.server.launcher;

/** Where the application listens, what memory its server may use, and the name its transactions carry. */
record Site(String host, int port, String memory, String node) {}
