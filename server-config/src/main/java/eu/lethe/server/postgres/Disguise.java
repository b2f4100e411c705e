package eu.lethe.server.postgres;

import eu.lethe.server.supervision.Refusal;
import eu.lethe.server.supervision.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. Where everybody is root (containers), it runs in a user namespace in which it does
 * not look like root; where those are forbidden, as the user nobody.
 */
enum Disguise {
    NONE(""),
    NAMESPACE("unshare -U --"),
    SETPRIV("setpriv --reuid=nobody --regid=nogroup --clear-groups --"),
    RUNUSER("runuser -u nobody --");

    private static final Set<PosixFilePermission> PASSABLE = Set.of(PosixFilePermission.OTHERS_EXECUTE);

    private final String prefix;

    Disguise(String prefix) {
        this.prefix = prefix;
    }

    static Disguise needed() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return NONE;
        }
        for (Disguise disguise : List.of(NAMESPACE, SETPRIV, RUNUSER)) {
            if (Tools.works(disguise.wrap(List.of("true")).toArray(String[]::new))) {
                return disguise;
            }
        }
        throw new Refusal("PostgreSQL does not run as root, and this machine has none of unshare, setpriv and runuser "
                + "to run it as somebody else: start Lethe as an ordinary user.");
    }

    List<String> wrap(List<String> command) {
        List<String> all = new ArrayList<>(this == NONE ? List.of() : List.of(prefix.split(" ", -1)));
        all.addAll(command);
        return all;
    }

    /** Gives the folder to the user the server will run as. */
    void own(Path folder) throws IOException {
        if (this == NONE || this == NAMESPACE) {
            return;
        }
        requireWay(folder);
        var nobody = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.toList()) {
                if (!Files.isSymbolicLink(path)) {
                    Files.setOwner(path, nobody);
                }
            }
        }
    }

    private static void requireWay(Path folder) throws IOException {
        for (Path parent = folder.getParent(); parent != null; parent = parent.getParent()) {
            if (!Files.getPosixFilePermissions(parent, LinkOption.NOFOLLOW_LINKS)
                    .containsAll(PASSABLE)) {
                throw new Refusal("PostgreSQL runs as the user nobody here, who may not enter " + parent
                        + ": choose another --home, or start Lethe as an ordinary user.");
            }
        }
    }
}
