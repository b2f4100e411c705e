package eu.lethe.dashboard.pages;

import eu.lethe.compliance.accounts.Members;
import eu.lethe.dashboard.frame.Display;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.Links;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The member's own login, and how the dashboard looks to them. */
@Named
@ViewScoped
public class ProfilePage implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private Members members;

    @Inject
    private Feedback feedback;

    @Inject
    private Display display;

    @Inject
    private Links links;

    private LoginForm form = new LoginForm();
    private String language = "";
    private String theme = "";

    public void load() {
        form = new LoginForm();
        form.setEmail(signedIn.me().email());
        form.setName(signedIn.me().name());
        language = display.locale().getLanguage();
        theme = display.theme();
    }

    public void save() {
        boolean saved = feedback.attempt(() -> members.changeLogin(
                signedIn.caller(), form.getEmail(), form.getName(), form.getOldPassword(), form.getNewPassword()));
        if (saved) {
            feedback.done("profile.saved");
            links.open("/profile");
        }
    }

    public void saveDisplay() {
        display.speak(language);
        display.paint(theme);
        feedback.done("profile.display.saved");
        links.open("/profile");
    }

    public LoginForm getForm() {
        return form;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getTheme() {
        return theme;
    }

    public void setTheme(String theme) {
        this.theme = theme;
    }
}
