package eu.lethe.compliance.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    @Test
    void showsWhatWasSaidAndHowTheAnswerCameAbout() {
        String page = page("Is the workshop open on Saturday?", Locale.ENGLISH);

        assertThat(page)
                .contains(
                        "Is the workshop open on Saturday?",
                        "Yes: the workshop is open until six [1].",
                        "87%",
                        "Opening hours",
                        "Finnish",
                        "Calm",
                        SomeDossier.PERSON.toString());
    }

    @Test
    void answersEveryPointOfArticleFifteen() {
        assertThat(page("Hello", Locale.ENGLISH))
                .contains(
                        "Answering your questions",
                        "What was said",
                        "Model house",
                        "Your question",
                        "90 days after you last sent something",
                        "2 conversations are kept until 31 December 2036 because a law demands it (§ 257 HGB)",
                        "From recipients",
                        "Rectification",
                        "complain to a data protection authority",
                        "Where it comes from",
                        "How answers and notes come about",
                        "Within the European Economic Area");
    }

    @Test
    void namesTheStoresAroundLetheAndSaysWhatNobodyHasStated() {
        assertThat(page("Hello", Locale.ENGLISH))
                .contains(
                        "<th scope=\"row\">Backups</th>",
                        "Not stated by the company",
                        "Your own browser: a token",
                        "Until you clear it, or are erased",
                        "Your own device",
                        "Files and logs of the server");
    }

    @Test
    void letsNothingThatWasSaidBecomeMarkup() {
        String page = page("<script>alert(1)</script> & \"'\u0000 </style>", Locale.ENGLISH);

        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;'\uFFFD &lt;/style&gt;")
                .contains("Hill &amp; Dale &lt;Tools&gt;")
                .doesNotContain("<script");
    }

    @Test
    void runsNothingAndFetchesNothing() {
        assertThat(page("Hello", Locale.ENGLISH))
                .contains("default-src 'none'; style-src 'sha256-")
                .doesNotContain("<link", "<img", "<iframe", " src=", "@import", "url(");
    }

    @Test
    void speaksGermanAndFinnishAndEnglishToEverybodyElse() {
        assertThat(page("Hallo", Locale.GERMANY)).contains("lang=\"de\"", "Ihre Daten, vollständig", "87\u00a0%");
        assertThat(page("Hei", Locale.forLanguageTag("fi"))).contains("lang=\"fi\"", "Kaikki tietosi");
        assertThat(page("Bonjour", Locale.FRANCE)).contains("lang=\"en\"", "Your data, in full");
    }

    @Test
    void hasEverySentenceInEveryLanguage() {
        var english = bundle("");

        assertThat(bundle("de").keySet()).isEqualTo(english.keySet());
        assertThat(bundle("fi").keySet()).isEqualTo(english.keySet());
        assertThat(Stream.of("de", "fi").map(ReportPageTest::bundle))
                .allSatisfy(other -> assertThat(other.getString("rights.complaint"))
                        .isNotEqualTo(english.getString("rights.complaint")));
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "eu.lethe.compliance.reports.report",
                Locale.forLanguageTag(language),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    private static String page(String said, Locale language) {
        return Markup.of(ReportPage.of(SomeDossier.saying(said), Texts.in(language)));
    }
}
