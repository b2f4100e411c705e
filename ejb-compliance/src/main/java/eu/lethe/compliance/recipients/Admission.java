package eu.lethe.compliance.recipients;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account lets its visitors' questions go to the model's provider.
 *
 * @param recipient null if the provider is none of the account's recipients
 * @param closed why not, or null if it does
 */
public record Admission(
        @Nullable UUID recipient,
        @Nullable String country,
        int retentionDays,
        @Nullable Closed closed) {

    /** Why a model is off. The code is what an answer's {@code problem} says. */
    public enum Closed {
        /** The account has turned the model's provider off. */
        OFF("model-off"),
        /** The operator has not said who runs the model and where. */
        UNDECLARED("model-undeclared"),
        /** Made known, but the notice period runs still. */
        ANNOUNCED("model-announced"),
        /** Is no recipient of this account, or no longer. */
        NOT_A_RECIPIENT("model-not-a-recipient"),
        /** Outside the EEA without what makes that lawful. */
        NO_MECHANISM("model-no-mechanism");

        private final String code;

        Closed(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    static Admission refused(Closed closed) {
        return new Admission(null, null, 0, closed);
    }

    public boolean isOpen() {
        return closed == null && recipient != null;
    }
}
