package eu.lethe.chat.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.chat.extraction.QuestionTable.Row;
import eu.lethe.chat.extraction.QuestionTable.Unusable;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTableTest {

    @Test
    void readsCommasSemicolonsAndTabs() throws Unusable {
        assertThat(read("question,answer\nWhen?,\"At nine, or ten\"\n"))
                .containsExactly(new Row("When?", "At nine, or ten"));
        assertThat(read("\uFEFFAnswer;Question\r\nHere;Where?\r\n")).containsExactly(new Row("Where?", "Here"));
        assertThat(read("question\tid\tanswer\nWho?\t7\tWe\n")).containsExactly(new Row("Who?", "We"));
    }

    @Test
    void keepsLineBreaksAndQuotesWithinAnAnswer() throws Unusable {
        assertThat(read("question,answer\nHow?,\"First \"\"this\"\",\nthen that\"\n"))
                .containsExactly(new Row("How?", "First \"this\",\nthen that"));
    }

    @Test
    void namesTheLineThatIsWrong() {
        assertThatThrownBy(() -> read("question,answer\nA?,\"a\nb\"\nB?,\n")).hasMessage("answer in line 4");
        assertThatThrownBy(() -> read("question,answer\n\nA?,a\n,b\n")).hasMessage("question in line 4");
        assertThatThrownBy(() -> read("question,answer\nA?,a\nB?,\"never closed\n"))
                .hasMessage("quotes in line 3");
    }

    @Test
    void refusesATableWithoutItsColumnsOrRows() {
        assertThatThrownBy(() -> read("Frage,Antwort\nA?,a\n")).hasMessage("header in line 1");
        assertThatThrownBy(() -> read("question,answer\n")).hasMessageStartingWith("empty");
        assertThatThrownBy(() -> read("")).hasMessageStartingWith("empty");
    }

    private static List<Row> read(String table) throws Unusable {
        return QuestionTable.read(table.getBytes(UTF_8));
    }
}
