package eu.lethe.server.postgres;

import eu.lethe.server.supervision.Home;
import eu.lethe.server.supervision.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs, unpacked once from the jar they come in. */
final class Binaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final int OWNER_EXECUTES = 0100;

    private Binaries() {}

    static void requirePlatform() {
        String system = System.getProperty("os.name");
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        if (!system.startsWith("Linux") || !(machine.equals("amd64") || machine.equals("x86_64"))) {
            throw new Refusal("PostgreSQL comes with Lethe only for Linux on x86-64, and this is " + system + " on "
                    + machine + ": set lethe.db.url and lethe.vault.url to two databases of your own PostgreSQL.");
        }
    }

    static Path unpack(Path into) throws IOException {
        Path done = into.resolve("unpacked");
        if (Files.exists(done)) {
            return into;
        }
        Home.deleteTree(into);
        Files.createDirectories(into);
        try (InputStream archive = Binaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new Refusal("The PostgreSQL programs are missing: build Lethe again with mvn -Dquick package.");
            }
            unpack(new TarArchiveInputStream(new XZInputStream(archive)), into);
        }
        Files.createFile(done);
        return into;
    }

    private static void unpack(TarArchiveInputStream tar, Path into) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = into.resolve(entry.getName()).normalize();
            if (!target.startsWith(into)) {
                throw new IOException("an entry leads out of the archive: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
                continue;
            }
            Files.createDirectories(into.resolve(entry.getName()).resolve("..").normalize());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
                Files.setPosixFilePermissions(target, permissions(entry.getMode()));
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((mode & OWNER_EXECUTES) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }
}
