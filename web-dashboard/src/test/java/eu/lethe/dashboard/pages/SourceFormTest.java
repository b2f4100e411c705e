package eu.lethe.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.chat.knowledge.KnowledgeBase.Pair;
import org.junit.jupiter.api.Test;

class SourceFormTest {

    private final SourceForm form = new SourceForm();

    @Test
    void keepsPairsOfWhichAnythingWasTyped() {
        form.addEntry();
        form.getEntries().get(0).setQuestion("When?");
        form.getEntries().get(0).setAnswer("Now.");
        form.getEntries().get(2).setQuestion("Only half");

        assertThat(form.faq().pairs()).containsExactly(new Pair("When?", "Now."), new Pair("Only half", ""));
    }

    @Test
    void neverRemovesTheLastPair() {
        form.removeEntry(0);
        form.removeEntry(0);
        form.removeEntry(7);

        assertThat(form.getEntries()).hasSize(1);
    }

    @Test
    void tidiesAnAddressThatWasPasted() {
        form.setUrl("  https://www.example.org/help \n");

        assertThat(form.website().url()).isEqualTo("https://www.example.org/help");
    }
}
