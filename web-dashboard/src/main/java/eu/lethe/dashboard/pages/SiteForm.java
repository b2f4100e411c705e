package eu.lethe.dashboard.pages;

import eu.lethe.chat.sites.Look;
import eu.lethe.chat.sites.SiteSettings;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A site's settings while they are typed. Which are right is decided by the sites component alone. */
public class SiteForm implements Serializable {

    private String name = "";
    private List<String> origins = new ArrayList<>();
    private String language = "en";
    private List<String> languages = new ArrayList<>();
    private String assistantName = "Lethe";
    private @Nullable String greeting;
    private String suggestions = "";
    private @Nullable String privacyUrl;
    private @Nullable String contactUrl;
    private String accent = Look.DEFAULT.accent();
    private Look.Side side = Look.DEFAULT.side();
    private Look.Scheme scheme = Look.DEFAULT.scheme();

    static SiteForm of(SiteSettings settings) {
        var form = new SiteForm();
        form.name = settings.name();
        form.origins = new ArrayList<>(settings.origins());
        form.language = settings.languages().get(0);
        form.languages = new ArrayList<>(
                settings.languages().subList(1, settings.languages().size()));
        form.assistantName = settings.assistantName();
        form.greeting = settings.greeting();
        form.suggestions = String.join("\n", settings.suggestions());
        form.privacyUrl = settings.privacyUrl();
        form.contactUrl = settings.contactUrl();
        form.accent = settings.look().accent();
        form.side = settings.look().side();
        form.scheme = settings.look().scheme();
        return form;
    }

    SiteSettings settings() {
        return new SiteSettings(
                name,
                origins,
                Stream.concat(Stream.of(language), languages.stream())
                        .distinct()
                        .toList(),
                assistantName,
                greeting,
                suggestions.lines().toList(),
                privacyUrl,
                contactUrl,
                new Look(accent, side, scheme));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<String> getOrigins() {
        return origins;
    }

    public void setOrigins(@Nullable List<String> origins) {
        this.origins = origins == null ? new ArrayList<>() : origins;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    /** Those besides the default one. */
    public List<String> getLanguages() {
        return languages;
    }

    public void setLanguages(@Nullable List<String> languages) {
        this.languages = languages == null ? new ArrayList<>() : languages;
    }

    public String getAssistantName() {
        return assistantName;
    }

    public void setAssistantName(String assistantName) {
        this.assistantName = assistantName;
    }

    public @Nullable String getGreeting() {
        return greeting;
    }

    public void setGreeting(@Nullable String greeting) {
        this.greeting = greeting;
    }

    public String getSuggestions() {
        return suggestions;
    }

    public void setSuggestions(@Nullable String suggestions) {
        this.suggestions = suggestions == null ? "" : suggestions;
    }

    public @Nullable String getPrivacyUrl() {
        return privacyUrl;
    }

    public void setPrivacyUrl(@Nullable String privacyUrl) {
        this.privacyUrl = privacyUrl;
    }

    public @Nullable String getContactUrl() {
        return contactUrl;
    }

    public void setContactUrl(@Nullable String contactUrl) {
        this.contactUrl = contactUrl;
    }

    public String getAccent() {
        return accent;
    }

    public void setAccent(String accent) {
        this.accent = accent;
    }

    public Look.Side getSide() {
        return side;
    }

    public void setSide(Look.Side side) {
        this.side = side;
    }

    public Look.Scheme getScheme() {
        return scheme;
    }

    public void setScheme(Look.Scheme scheme) {
        this.scheme = scheme;
    }
}
