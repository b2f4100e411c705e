package eu.lethe.chat.llm;

import eu.lethe.compliance.recipients.Admission;
import eu.lethe.compliance.recipients.Egress;
import eu.lethe.compliance.recipients.FieldClass;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a model may answer for an account, asked before each call: a model without an active recipient behind it is never
 * handed out, so it cannot be called (SEED-C12).
 */
public final class ModelChoice {

    private final @Nullable LanguageModel model;
    private final @Nullable Admission admission;
    private final Instant at;

    private ModelChoice(@Nullable LanguageModel model, @Nullable Admission admission, Instant at) {
        this.model = model;
        this.admission = admission;
        this.at = at;
    }

    /** No endpoint is configured here. */
    public static ModelChoice none() {
        return new ModelChoice(null, null, Instant.EPOCH);
    }

    /** @param at when the call is made, for its receipt */
    public static ModelChoice of(LanguageModel model, Admission admission, Instant at) {
        return new ModelChoice(admission.isOpen() ? model : null, admission, at);
    }

    /** Empty when answers are to be extracted from passages. */
    public Optional<LanguageModel> model() {
        return Optional.ofNullable(model);
    }

    /** Why a configured model is off, as the code an answer's {@code problem} says. */
    public Optional<String> refusal() {
        Admission.Closed closed = admission == null ? null : admission.closed();
        return Optional.ofNullable(closed).map(Admission.Closed::code);
    }

    /** The receipt of a call to the model. */
    public Egress egress(Set<FieldClass> fields, int redactions) {
        LanguageModel called = Objects.requireNonNull(model, "no model may be called");
        Admission open = Objects.requireNonNull(admission);
        return new Egress(
                Objects.requireNonNull(open.recipient()),
                called.provider(),
                called.name(),
                open.country(),
                open.retentionDays(),
                fields,
                redactions,
                null,
                at);
    }
}
