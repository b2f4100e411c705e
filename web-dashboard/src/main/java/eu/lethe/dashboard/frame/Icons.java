package eu.lethe.dashboard.frame;

import static java.util.Map.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;

/** Pictures for kinds of knowledge, requests and stores, by their PrimeIcons class. */
@Named
@ApplicationScoped
public class Icons {

    private static final Map<String, String> ICONS = Map.ofEntries(
            entry("WEBSITE", "pi-globe"),
            entry("SITEMAP", "pi-sitemap"),
            entry("FILE", "pi-file"),
            entry("TEXT", "pi-align-left"),
            entry("FAQ", "pi-question-circle"),
            entry("ACCESS", "pi-eye"),
            entry("PORTABILITY", "pi-file-export"),
            entry("RECTIFICATION", "pi-pencil"),
            entry("ERASURE", "pi-eraser"),
            entry("RESTRICTION", "pi-lock"),
            entry("OBJECTION", "pi-ban"),
            entry("WITHDRAWAL", "pi-undo"),
            entry("HUMAN_REVIEW", "pi-user"),
            entry("POSTGRESQL", "pi-database"),
            entry("INDEX", "pi-search"),
            entry("MEMORY", "pi-bolt"),
            entry("FILES", "pi-file"),
            entry("RECIPIENT", "pi-share-alt"),
            entry("BROWSER", "pi-desktop"),
            entry("BACKUP", "pi-history"));

    public String of(Enum<?> kind) {
        return ICONS.getOrDefault(kind.name(), "pi-book");
    }
}
