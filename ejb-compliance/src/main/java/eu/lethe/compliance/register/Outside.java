package eu.lethe.compliance.register;

import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import eu.lethe.compliance.personaldata.StoreKind;
import java.util.List;
import java.util.Set;

/**
 * Stores that no PersonalDataStore stands for, because people are not looked for in them one by one.
 *
 * @param declares whether the account says where it is and how long it keeps things
 */
record Outside(String name, StoreKind kind, boolean declares, Set<Category> categories, Set<Purpose> purposes) {

    static final List<Outside> ALL = List.of(
            // Each person's key; without it whatever is sealed is noise.
            new Outside(
                    "subject-keys", StoreKind.POSTGRESQL, true, Set.of(Category.IDENTIFIER), Set.of(Purpose.SECURITY)),
            // Who did what: ids of members and objects, never a word of a visitor.
            new Outside("audit-log", StoreKind.POSTGRESQL, true, Set.of(Category.IDENTIFIER), Set.of(Purpose.SECURITY)),
            // The log and temporary files of the server: ids only, checked after every erasure.
            new Outside(
                    "server-files", StoreKind.FILES, true, Set.of(Category.SYSTEM_METADATA), Set.of(Purpose.SECURITY)),
            // What the widget keeps in the visitor's own browser after the first message: a token and a conversation's
            // id.
            new Outside("browser", StoreKind.BROWSER, false, Set.of(Category.IDENTIFIER), Set.of(Purpose.ADVICE)),
            // Copies of the databases that the operator keeps.
            new Outside(
                    "backups",
                    StoreKind.BACKUP,
                    true,
                    Set.of(Category.COMMUNICATION, Category.CONTACT, Category.IDENTIFIER, Category.BEHAVIOUR),
                    Set.of(Purpose.SECURITY)));
}
