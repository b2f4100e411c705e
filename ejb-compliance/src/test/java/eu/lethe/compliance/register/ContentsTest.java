package eu.lethe.compliance.register;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.kernel.NotPersonal;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentsTest {

    record Sealed(
            @NotPersonal int position,

            @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.ADVICE)
            String id,

            @PersonalData(category = Category.COMMUNICATION, purpose = Purpose.LEAD, sealed = true)
            byte[] text) {}

    record Open(
            @PersonalData(category = Category.CONTACT, purpose = Purpose.SUPPORT)
            String email) {}

    @Test
    void readsWhatIsHeldAndWhatForFromTheAnnotations() {
        var contents = Contents.of(List.of(Sealed.class));

        assertThat(contents.categories()).containsExactly(Category.COMMUNICATION, Category.IDENTIFIER);
        assertThat(contents.purposes()).containsExactly(Purpose.ADVICE, Purpose.LEAD);
        assertThat(contents.sealed()).isTrue();
    }

    @Test
    void callsNothingSealedThatShowsAnAddress() {
        assertThat(Contents.of(List.of(Sealed.class, Open.class)).sealed()).isFalse();
    }

    private static final class OnlyIds {
        @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.SECURITY)
        private String id = "";
    }

    @Test
    void callsNothingSealedThatHoldsNothingToSeal() {
        assertThat(Contents.of(List.of(OnlyIds.class)).sealed()).isFalse();
        assertThat(Contents.of(List.of()).sealed()).isFalse();
    }
}
