package eu.lethe.dashboard.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.el.ELException;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import org.junit.jupiter.api.Test;

class CausesTest {

    @Test
    void findsARefusalBeneathTheWrappings() {
        var refusal = new PageNotFound();

        assertThat(Causes.of(new FacesException(new ELException(refusal)))).isSameAs(refusal);
    }

    @Test
    void findsAnExpiredPage() {
        var expired = new ViewExpiredException("/sites.xhtml");

        assertThat(Causes.of(new FacesException(expired))).isSameAs(expired);
    }

    @Test
    void namesTheInnermostCauseOfAnythingElse() {
        var cause = new IllegalStateException("inner");

        assertThat(Causes.of(new FacesException(new ELException(cause)))).isSameAs(cause);
    }

    @Test
    void endsWithACircleOfCauses() {
        var one = new IllegalStateException("one");
        var other = new IllegalStateException("other", one);
        one.initCause(other);

        assertThat(Causes.of(one)).isIn(one, other);
    }
}
