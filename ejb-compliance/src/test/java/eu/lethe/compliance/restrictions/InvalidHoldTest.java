package eu.lethe.compliance.restrictions;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hold may name: it is signed into a certificate that anybody can read. */
class InvalidHoldTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "§ 257 HGB",
                "§ 147 Abs. 1 Nr. 4 AO",
                "Kirjanpitolaki 2:10",
                "Art. 17(3)(e) GDPR",
                "Code de commerce L123-22",
                "5 U.S.C. § 552a"
            })
    void takesTheCitationOfALaw(String law) {
        assertThatCode(() -> place(law)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "§§", "because we must", "§ 147 AO, jane@example.org", "§ 147 AO, +358401234567", "§ 1\n§ 2"
            })
    void refusesWhatIsNotOne(String law) {
        assertThatThrownBy(() -> place(law)).isInstanceOf(InvalidHold.class).hasMessageContaining("§ 257 HGB");
    }

    private static void place(String law) {
        InvalidHold.unlessPossible(law, TODAY.plusDays(1), 1, TODAY);
    }
}
