package eu.lethe.server.launcher;

import eu.lethe.server.supervision.Refusal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder lethe.jar lies in, as the build put it together. It is only read: several homes can share it. */
record Installation(Path root) {

    static Installation ofThisJar() {
        Path jar = thisJar();
        Path parent = jar.getParent();
        return new Installation(parent == null ? jar : parent);
    }

    static Path thisJar() {
        try {
            return Path.of(Installation.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void requireComplete() {
        for (Path part : List.of(openSearch().resolve("lib"), payaraMicro(), payaraJar())) {
            if (!Files.exists(part)) {
                throw new Refusal(part + " is missing: build Lethe again with mvn -Dquick package.");
            }
        }
    }

    Path openSearch() {
        return root.resolve("opensearch");
    }

    Path payaraJar() {
        return root.resolve("payara").resolve("lethe-payara.jar");
    }

    Path payaraMicro() {
        return root.resolve("payara").resolve("micro");
    }

    Path payaraScripts() {
        return root.resolve("payara").resolve("scripts");
    }

    /** What an application server needs on its own class path: the database driver and the embedding run-time. */
    List<Path> serverLibraries() {
        return List.of(jar(root.resolve("lib"), "postgresql-42"), jar(root.resolve("payara"), "onnxruntime-"));
    }

    Path demoSite() {
        return root.resolve("demo").resolve("site");
    }

    Path demoKnowledge() {
        return root.resolve("demo").resolve("knowledge");
    }

    private static Path jar(Path folder, String prefix) {
        String[] names = folder.toFile().list((in, name) -> name.startsWith(prefix) && name.endsWith(".jar"));
        if (names == null || names.length == 0) {
            throw new Refusal(folder + " holds no " + prefix + "*.jar: build Lethe again with mvn -Dquick package.");
        }
        return folder.resolve(names[0]);
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
