package eu.lethe.chat.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationMarksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Free [1]. | Free [1].",
                "Free [1, 3] and [2;9]. | Free [1][3] and [2].",
                "Free [7]. | Free.",
                "Free 【2】. | Free [2].",
                "No idea. [0] | No idea.",
                "An array[x], a [link](https://shop.example) and [ ] | An array[x], a [link](https://shop.example) and [ ]",
                "[1] first, [4]last | [1] first,last",
            })
    void keepsOnlyMarksOfPassagesThatExist(String said, String shown) {
        for (int cut = 0; cut <= said.length(); cut++) {
            var marks = new CitationMarks(3);
            assertThat(marks.next(said.substring(0, cut)) + marks.next(said.substring(cut)) + marks.rest())
                    .isEqualTo(shown);
        }
    }

    @Test
    void remembersWhatWasUsed() {
        var marks = new CitationMarks(3);
        marks.next("One [3], two [1][8], three [3].");

        assertThat(marks.used()).containsExactly(1, 3);
        assertThat(marks.declined()).isFalse();
    }

    @Test
    void hearsThatThePassagesHoldNoAnswer() {
        var marks = new CitationMarks(3);
        marks.next("I do not know. [0]");
        marks.rest();

        assertThat(marks.declined()).isTrue();
    }
}
