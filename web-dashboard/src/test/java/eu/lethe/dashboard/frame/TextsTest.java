package eu.lethe.dashboard.frame;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.chat.conversations.Author;
import eu.lethe.chat.conversations.LeadStatus;
import eu.lethe.chat.conversations.MessageState;
import eu.lethe.chat.conversations.Phase;
import eu.lethe.chat.knowledge.DocumentState;
import eu.lethe.chat.knowledge.SourceKind;
import eu.lethe.chat.knowledge.SourceState;
import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditTrail;
import eu.lethe.compliance.contacts.ContactField;
import eu.lethe.compliance.erasure.Cause;
import eu.lethe.compliance.erasure.StepState;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.personaldata.Expiry.Anchor;
import eu.lethe.compliance.personaldata.StoreKind;
import eu.lethe.compliance.recipients.Mechanism;
import eu.lethe.compliance.recipients.NoticeKind;
import eu.lethe.compliance.recipients.RecipientCategory;
import eu.lethe.compliance.recipients.RecipientState;
import eu.lethe.compliance.recipients.Told;
import eu.lethe.compliance.register.StoreChange;
import eu.lethe.compliance.requests.Channel;
import eu.lethe.compliance.requests.ExtensionGround;
import eu.lethe.compliance.requests.IdentityMeans;
import eu.lethe.compliance.requests.Informed;
import eu.lethe.compliance.requests.Outcome;
import eu.lethe.compliance.requests.RefusalGround;
import eu.lethe.compliance.requests.RequestKind;
import eu.lethe.compliance.requests.RequestState;
import eu.lethe.compliance.restrictions.Ground;
import eu.lethe.compliance.restrictions.HeldReason;
import eu.lethe.compliance.restrictions.Origin;
import eu.lethe.compliance.restrictions.ReadingReason;
import eu.lethe.compliance.retention.Basis;
import eu.lethe.compliance.retention.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Pattern USED = Pattern.compile("t\\['([^']+)'\\]");
    private static final Pattern CODE =
            Pattern.compile("(?:texts\\.of|done|refuse)\\((?:null, |\"\\w+\", )?\"([a-z.-]+)\"");

    @Test
    void namesALinkWithItsAddress() {
        assertThat(new Texts().prose("Write [here](https://example.org/a?b=1), see [1] and [x](javascript:y)."))
                .isEqualTo("Write here (https://example.org/a?b=1), see [1] and [x](javascript:y).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fi"})
    void saysEverythingInEveryLanguage(String language) {
        var english = Texts.bundle(Locale.ENGLISH);
        var other = Texts.bundle(Locale.forLanguageTag(language));

        assertThat(other.getLocale().getLanguage()).isEqualTo(language);
        for (String key : english.keySet()) {
            assertThat(other.getString(key)).as(key).isNotBlank();
            assertThat(new MessageFormat(other.getString(key)).getFormats())
                    .as("places in " + key)
                    .hasSameSizeAs(new MessageFormat(english.getString(key)).getFormats());
        }
        assertThat(other.keySet()).isEqualTo(english.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fi"})
    void leavesNothingInEnglishByMistake(String language) {
        var english = Texts.bundle(Locale.ENGLISH);
        var other = Texts.bundle(Locale.forLanguageTag(language));

        long same = english.keySet().stream()
                .filter(key -> english.getString(key).contains(" "))
                .filter(key -> english.getString(key).equals(other.getString(key)))
                .filter(key -> !Set.of("bench.ms", "ago.hours", "message.model", "way.text.FILE")
                        .contains(key))
                .count();
        assertThat(same).isZero();
    }

    @Test
    void namesEveryTextThatAPageOrABeanAsksFor() throws IOException {
        var asked = new TreeSet<String>();
        for (var root : Map.of(Path.of("src/main/webapp"), USED, Path.of("src/main/java"), CODE)
                .entrySet()) {
            try (var files = Files.walk(root.getKey())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (file.toString().endsWith(".xhtml") || file.toString().endsWith(".java")) {
                        root.getValue()
                                .matcher(Files.readString(file))
                                .results()
                                .forEach(hit -> asked.add(hit.group(1)));
                    }
                }
            }
        }

        assertThat(asked).hasSizeGreaterThan(200);
        assertThat(Texts.bundle(Locale.ENGLISH).keySet()).containsAll(asked);
    }

    @Test
    void hasAWordForEveryStateThatIsShown() {
        var shown = Map.<String, Class<?>>ofEntries(
                entry("source.state.", SourceState.class),
                entry("source.kind.", SourceKind.class),
                entry("document.state.", DocumentState.class),
                entry("phase.", Phase.class),
                entry("lead.", LeadStatus.class),
                entry("author.", Author.class),
                entry("role.", Role.class),
                entry("role.text.", Role.class),
                entry("request.kind.", RequestKind.class),
                entry("request.about.", RequestKind.class),
                entry("request.carry-out.", RequestKind.class),
                entry("request.state.", RequestState.class),
                entry("request.next.", RequestState.class),
                entry("request.told.", Informed.class),
                entry("contact.field.", ContactField.class),
                entry("request.outcome.", Outcome.class),
                entry("request.channel.", Channel.class),
                entry("request.means.", IdentityMeans.class),
                entry("request.extension.", ExtensionGround.class),
                entry("request.ground.", RefusalGround.class),
                entry("erasure.cause.", Cause.class),
                entry("erasure.phase.", eu.lethe.compliance.erasure.Phase.class),
                entry("erasure.now.", eu.lethe.compliance.erasure.Phase.class),
                entry("erasure.step.", StepState.class),
                entry("retention.anchor.", Anchor.class),
                entry("retention.basis.", Basis.class),
                entry("rule.kind.", Rule.Kind.class),
                entry("restriction.ground.", Ground.class),
                entry("restriction.origin.", Origin.class),
                entry("reading.reason.", ReadingReason.class),
                entry("held.reason.", HeldReason.class),
                entry("notice.kind.", NoticeKind.class),
                entry("notice.say.", NoticeKind.class),
                entry("notice.state.", Told.State.class),
                entry("store.kind.", StoreKind.class),
                entry("store.leftover.", StoreChange.Leftover.class),
                entry("category.", PersonalData.Category.class),
                entry("purpose.", PersonalData.Purpose.class),
                entry("audit.action.", AuditAction.class),
                entry("audit.flaw.", AuditTrail.Flaw.class),
                entry("recipient.category.", RecipientCategory.class),
                entry("recipient.mechanism.", Mechanism.class),
                entry("recipient.state.", RecipientState.class),
                entry("recipient.state.text.", RecipientState.class));

        shown.forEach((prefix, states) -> assertThat(
                        Texts.bundle(Locale.ENGLISH).keySet())
                .containsAll(Arrays.stream(states.getEnumConstants())
                        .map(state -> prefix + ((Enum<?>) state).name())
                        .collect(Collectors.toSet())));
        assertThat(Texts.bundle(Locale.ENGLISH).keySet())
                .contains(
                        "message.state." + MessageState.STOPPED.name(),
                        "message.state." + MessageState.INTERRUPTED.name());
    }
}
