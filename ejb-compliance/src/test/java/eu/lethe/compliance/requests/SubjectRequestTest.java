package eu.lethe.compliance.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.compliance.kernel.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a request moves on, and the clock with it. */
class SubjectRequestTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-10T12:00:00Z");

    private static SubjectRequest received(RequestKind kind) {
        return SubjectRequest.received(
                AccountId.random(),
                new SubjectRequest.Receipt(UUID.randomUUID(), kind, Channel.DESK, "en", SubjectRequest.day(RECEIVED)),
                null,
                RECEIVED);
    }

    private static SubjectRequest open(RequestKind kind) {
        var request = received(kind);
        request.identified(IdentityMeans.ID_DOCUMENT, RECEIVED);
        return request;
    }

    private static Instant after(int days) {
        return RECEIVED.plus(Duration.ofDays(days));
    }

    @Test
    void countsTheDaysDownAndThenUp() {
        var request = open(RequestKind.ACCESS);
        assertThat(request.clock(RECEIVED).daysLeft()).isEqualTo(30);
        assertThat(request.clock(after(30)).daysLeft()).isZero();
        assertThat(request.clock(after(30)).overdue()).isFalse();
        assertThat(request.clock(after(31)).daysLeft()).isEqualTo(-1);
        assertThat(request.clock(after(31)).overdue()).isTrue();
    }

    @Test
    void waitsForTheProofOfIdentity() {
        var request = received(RequestKind.ACCESS);
        request.asksForIdentity(after(1));
        assertThat(request.clock(after(41)).paused()).isTrue();
        assertThat(request.clock(after(41)).overdue()).isFalse();
        assertThat(request.clock(after(41)).dueOn()).isEqualTo(LocalDate.parse("2027-01-19"));

        request.asksForIdentity(after(20));
        request.identified(IdentityMeans.EMAIL_CODE, after(41));
        assertThat(request.clock(after(41)).paused()).isFalse();
        assertThat(request.clock(after(41)).dueOn()).isEqualTo(LocalDate.parse("2027-01-19"));
    }

    @Test
    void isExtendedOnceAndInTime() {
        var request = open(RequestKind.ACCESS);
        request.extend(ExtensionGround.COMPLEX, after(30));
        assertThat(request.clock(after(30)).dueOn()).isEqualTo(LocalDate.parse("2027-02-10"));
        assertThatThrownBy(() -> request.extend(ExtensionGround.COMPLEX, after(30)))
                .isInstanceOf(NotExtensible.class);
        assertThatThrownBy(() -> open(RequestKind.ACCESS).extend(ExtensionGround.COMPLEX, after(31)))
                .isInstanceOf(NotExtensible.class);
    }

    @Test
    void staysLateWhenSomebodyAsksForAProofAfterTheLastDay() {
        var request = received(RequestKind.ACCESS);
        request.asksForIdentity(after(35));
        assertThat(request.clock(after(50)).paused()).isTrue();
        assertThat(request.clock(after(50)).overdue()).isTrue();
        assertThat(request.clock(after(50)).daysLeft()).isEqualTo(-5);
        assertThat(request.mayBeExtended(after(50))).isFalse();

        request.identified(IdentityMeans.EMAIL_CODE, after(50));
        assertThat(request.clock(after(50)).overdue()).isTrue();
    }

    @Test
    void isNotExtendedAfterTheFirstMonthHoweverLongTheClockWaited() {
        var request = received(RequestKind.ACCESS);
        request.asksForIdentity(after(5));
        assertThat(request.mayBeExtended(after(30))).isTrue();
        assertThatThrownBy(() -> request.extend(ExtensionGround.COMPLEX, after(31)))
                .isInstanceOf(NotExtensible.class);
    }

    @Test
    void isRefusedOnlyOnAGroundTheLawNamesForIt() {
        assertThatThrownBy(() -> open(RequestKind.ACCESS).refuse(RefusalGround.LEGAL_CLAIMS, RECEIVED))
                .isInstanceOf(WrongGround.class);
        assertThatThrownBy(() -> open(RequestKind.ERASURE).refuse(RefusalGround.IDENTITY_NOT_PROVEN, RECEIVED))
                .isInstanceOf(WrongGround.class);

        var request = open(RequestKind.ERASURE);
        request.refuse(RefusalGround.LEGAL_CLAIMS, after(1));
        assertThat(request.state()).isEqualTo(RequestState.REFUSED);
        assertThat(request.clock(after(60)).daysLeft()).isNull();
        assertThat(request.clock(after(60)).overdue()).isFalse();
    }

    @Test
    void isNotTouchedOnceItIsClosed() {
        var request = open(RequestKind.HUMAN_REVIEW);
        request.done(Outcome.FULFILLED, after(1));
        assertThatThrownBy(() -> request.cancel(after(2)))
                .isInstanceOfSatisfying(
                        WrongState.class, closed -> assertThat(closed.code()).isEqualTo("request-closed"));
        assertThatThrownBy(() -> request.refuse(RefusalGround.NO_AUTOMATED_DECISION, after(2)))
                .isInstanceOf(WrongState.class);
        assertThatThrownBy(() -> request.identified(IdentityMeans.IN_PERSON, after(2)))
                .isInstanceOf(WrongState.class);
    }

    @Test
    void isCarriedOutOnlyForSomebodyWhoIsKnown() {
        assertThatThrownBy(() -> received(RequestKind.ERASURE).carryingOut()).isInstanceOf(WrongState.class);
        assertThatThrownBy(() -> received(RequestKind.ACCESS).done(Outcome.FULFILLED, RECEIVED))
                .isInstanceOf(WrongState.class);
    }

    @Test
    void isNotTakenBackWhileItIsCarriedOut() {
        var request = open(RequestKind.ERASURE);
        request.carryingOut();
        assertThatThrownBy(() -> request.cancel(after(1))).isInstanceOf(WrongState.class);
    }
}
