package eu.lethe.chat.answers;

import eu.lethe.chat.conversations.Citation;
import eu.lethe.chat.retrieval.Findings;
import eu.lethe.chat.retrieval.Passage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a visitor may want to ask next: the headings of what was found beside the answer. */
final class FollowUps {

    private static final int MOST = 3;
    private static final int LONGEST = 90;
    private static final double NEAR = 0.4;

    private FollowUps() {}

    static List<String> beside(String question, Findings findings, List<Citation> cited) {
        Set<UUID> shown = new HashSet<>();
        cited.forEach(citation -> shown.add(citation.passage()));
        Set<String> known = new HashSet<>();
        known.add(SmallTalk.normalised(question));
        findings.passages().stream()
                .filter(passage -> shown.contains(passage.id()))
                .forEach(passage -> known.add(SmallTalk.normalised(heading(passage))));
        var followUps = new ArrayList<String>();
        for (Passage passage : findings.passages()) {
            String heading = heading(passage);
            if (followUps.size() < MOST
                    && isNear(passage, findings)
                    && suits(heading)
                    && known.add(SmallTalk.normalised(heading))) {
                followUps.add(heading);
            }
        }
        return List.copyOf(followUps);
    }

    private static boolean isNear(Passage passage, Findings findings) {
        return passage.score() >= NEAR * findings.passages().get(0).score();
    }

    // One word is a section's name, not something one would ask.
    private static boolean suits(String heading) {
        return heading.length() <= LONGEST && heading.strip().contains(" ");
    }

    private static String heading(Passage passage) {
        String path = passage.heading().isBlank() ? passage.title() : passage.heading();
        return path.substring(path.lastIndexOf(" > ") + 1)
                .replaceFirst("^> ", "")
                .strip();
    }
}
