package eu.lethe.server.launcher;

import eu.lethe.server.supervision.Home;
import eu.lethe.server.supervision.Secrets;
import java.util.Optional;

/** Who can log in to a new installation: as configured, else an owner whose password is made up once. */
record FirstLogin(String email, String password, boolean chosen) {

    static FirstLogin of(Configuration configuration, Home home) {
        String email = configuration.value("lethe.owner.email", "owner@localhost");
        Optional<String> set = configuration.value("lethe.owner.password");
        return set.map(password -> new FirstLogin(email, password, true))
                .orElseGet(() -> new FirstLogin(email, new Secrets(home.root()).of("first-login"), false));
    }

    String sentence() {
        return email + (chosen ? ", password as you set it" : "  " + password + "  (until you change it)");
    }

    @Override
    public String toString() {
        return email; // and no password, wherever this is printed
    }
}
