package eu.lethe.dashboard.pages;

import eu.lethe.dashboard.frame.Display;
import eu.lethe.dashboard.frame.Show;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;

/** The languages a site or a source can be in, in the reader's words. */
@Named
@RequestScoped
public class Languages {

    private static final List<String> TAGS = List.of(
            "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "hr", "hu", "it", "ja", "lt", "lv", "nl",
            "no", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk", "zh");

    @Inject
    private Show show;

    @Inject
    private Display display;

    public List<SelectItem> all() {
        return TAGS.stream()
                .map(tag -> new SelectItem(tag, show.language(tag)))
                .sorted(Comparator.comparing(SelectItem::getLabel, Collator.getInstance(display.locale())))
                .toList();
    }
}
