package eu.lethe.server.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The commands Payara runs before it boots, with this machine's names filled in. It names secrets, it holds none. */
record Preboot(Path transactionLog, String node, String listener, String host) {

    void write(Installation installation, Path target) throws IOException {
        String template = Files.readString(installation.payaraScripts().resolve("preboot.txt"));
        Files.writeString(
                target,
                template.replace("@TX_LOG@", transactionLog.toString())
                        .replace("@NODE@", node)
                        .replace("@LISTENER@", listener)
                        .replace("@HOST@", host));
    }
}
