package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.NotPersonal;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import eu.lethe.compliance.kernel.Subject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** That a request is about somebody; one address may have been left by several visitors. */
@Entity
@Table(schema = "compliance", name = "request_person")
class RequestPerson {

    @Id
    @NotPersonal
    private UUID id;

    @NotPersonal
    @Column(name = "request_id")
    private UUID request;

    @NotPersonal
    @Column(name = "account_id")
    private UUID account;

    @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.ADMINISTRATION)
    @Column(name = "subject_id")
    private UUID subject;

    @NotPersonal
    private int generation;

    @NotPersonal
    @Enumerated(EnumType.STRING)
    private Link link;

    @SuppressWarnings("NullAway.Init")
    protected RequestPerson() {}

    static RequestPerson of(UUID request, Subject subject, Link link) {
        var person = new RequestPerson();
        person.id = UUID.randomUUID();
        person.request = request;
        person.account = subject.account().value();
        person.subject = subject.id();
        person.generation = subject.generation();
        person.link = link;
        return person;
    }

    Link link() {
        return link;
    }

    Subject subject() {
        return new Subject(new AccountId(account), subject, generation);
    }
}
