package eu.lethe.chat.sites;

/**
 * How the widget looks on a site.
 *
 * @param accent {@code #rrggbb}
 */
public record Look(String accent, Side side, Scheme scheme) {

    public static final Look DEFAULT = new Look("#0f5c6e", Side.RIGHT, Scheme.AUTO);

    /** Where the launcher sits. */
    public enum Side {
        LEFT,
        RIGHT
    }

    /** Light, dark, or as the visitor's system says. */
    public enum Scheme {
        AUTO,
        LIGHT,
        DARK
    }
}
