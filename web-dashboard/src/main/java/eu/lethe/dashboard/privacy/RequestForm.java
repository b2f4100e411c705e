package eu.lethe.dashboard.privacy;

import eu.lethe.compliance.requests.ExtensionGround;
import eu.lethe.compliance.requests.IdentityMeans;
import eu.lethe.compliance.requests.RefusalGround;
import eu.lethe.compliance.requests.SubjectRequests.Carrying;
import eu.lethe.compliance.restrictions.Ground;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a member types or chooses while answering a request. */
public class RequestForm implements Serializable {

    private @Nullable String code;
    private @Nullable IdentityMeans means;
    private @Nullable ExtensionGround extensionGround;
    private @Nullable RefusalGround refusalGround;
    private @Nullable String explanation;
    private @Nullable String answer;
    private boolean keep;
    private Ground ground = Ground.ACCURACY_CONTESTED;
    private String[] correcting = {};

    /** Ways to prove identity that a member can vouch for. */
    public List<IdentityMeans> stated() {
        return Stream.of(IdentityMeans.values()).filter(IdentityMeans::isStated).toList();
    }

    public ExtensionGround[] extensionGrounds() {
        return ExtensionGround.values();
    }

    // The pages require these, so Faces has refused the form before anything asks for one that is missing.
    String code() {
        return Objects.requireNonNull(code).replaceAll("\\s", "");
    }

    IdentityMeans means() {
        return Objects.requireNonNull(means);
    }

    ExtensionGround extensionGround() {
        return Objects.requireNonNull(extensionGround);
    }

    RefusalGround refusalGround() {
        return Objects.requireNonNull(refusalGround);
    }

    Carrying carrying() {
        return new Carrying(answer, keep, ground, chosen());
    }

    private Set<UUID> chosen() {
        return Stream.of(correcting).map(UUID::fromString).collect(Collectors.toSet());
    }

    public Ground[] grounds() {
        return Ground.values();
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable IdentityMeans getMeans() {
        return means;
    }

    public void setMeans(@Nullable IdentityMeans means) {
        this.means = means;
    }

    public @Nullable ExtensionGround getExtensionGround() {
        return extensionGround;
    }

    public void setExtensionGround(@Nullable ExtensionGround extensionGround) {
        this.extensionGround = extensionGround;
    }

    public @Nullable RefusalGround getRefusalGround() {
        return refusalGround;
    }

    public void setRefusalGround(@Nullable RefusalGround refusalGround) {
        this.refusalGround = refusalGround;
    }

    public @Nullable String getExplanation() {
        return explanation;
    }

    public void setExplanation(@Nullable String explanation) {
        this.explanation = explanation;
    }

    public @Nullable String getAnswer() {
        return answer;
    }

    public void setAnswer(@Nullable String answer) {
        this.answer = answer;
    }

    /** Whether somebody who objects or withdraws is kept, restricted, in place of being erased. */
    public boolean isKeep() {
        return keep;
    }

    public void setKeep(boolean keep) {
        this.keep = keep;
    }

    /** Whose contact is put right. */
    public String[] getCorrecting() {
        return correcting.clone();
    }

    public void setCorrecting(String[] correcting) {
        this.correcting = correcting.clone();
    }

    public Ground getGround() {
        return ground;
    }

    public void setGround(Ground ground) {
        this.ground = ground;
    }
}
