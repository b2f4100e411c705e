package eu.lethe.dashboard.records;

import eu.lethe.compliance.recipients.Mechanism;
import eu.lethe.compliance.recipients.RecipientCategory;
import eu.lethe.compliance.recipients.RecipientDetails;
import java.io.Serializable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A recipient while it is edited. */
public class RecipientForm implements Serializable {

    private String name = "";
    private RecipientCategory category = RecipientCategory.HOSTING;
    private @Nullable String address;
    private @Nullable String contact;
    private @Nullable String country;
    private Mechanism mechanism = Mechanism.EEA;
    private @Nullable Integer retentionDays;
    private @Nullable String modelHost;
    private @Nullable String noticeUrl;

    static RecipientForm of(RecipientDetails details) {
        var form = new RecipientForm();
        form.name = details.name();
        form.category = details.category();
        form.address = details.address();
        form.contact = details.contact();
        form.country = details.country();
        form.mechanism = details.mechanism();
        form.retentionDays = details.retentionDays();
        form.modelHost = details.modelHost();
        form.noticeUrl = details.noticeUrl();
        return form;
    }

    RecipientDetails details() {
        return new RecipientDetails(
                name,
                category,
                address,
                contact,
                country == null ? null : country.strip().toUpperCase(Locale.ROOT),
                mechanism,
                retentionDays,
                category == RecipientCategory.MODEL_PROVIDER ? modelHost : null,
                noticeUrl);
    }

    public boolean isModel() {
        return category == RecipientCategory.MODEL_PROVIDER;
    }

    public RecipientCategory[] categories() {
        return RecipientCategory.values();
    }

    public Mechanism[] mechanisms() {
        return Mechanism.values();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public RecipientCategory getCategory() {
        return category;
    }

    public void setCategory(RecipientCategory category) {
        this.category = category;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public @Nullable String getContact() {
        return contact;
    }

    public void setContact(@Nullable String contact) {
        this.contact = contact;
    }

    public @Nullable String getCountry() {
        return country;
    }

    public void setCountry(@Nullable String country) {
        this.country = country;
    }

    public Mechanism getMechanism() {
        return mechanism;
    }

    public void setMechanism(Mechanism mechanism) {
        this.mechanism = mechanism;
    }

    public @Nullable Integer getRetentionDays() {
        return retentionDays;
    }

    public void setRetentionDays(@Nullable Integer retentionDays) {
        this.retentionDays = retentionDays;
    }

    public @Nullable String getModelHost() {
        return modelHost;
    }

    public void setModelHost(@Nullable String modelHost) {
        this.modelHost = modelHost;
    }

    public @Nullable String getNoticeUrl() {
        return noticeUrl;
    }

    public void setNoticeUrl(@Nullable String noticeUrl) {
        this.noticeUrl = noticeUrl;
    }
}
