package eu.lethe.compliance.register;

import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a store holds and what for, as the annotations on its fields say. */
record Contents(Set<Category> categories, Set<Purpose> purposes, boolean sealed) {

    private static final Set<Category> TO_BE_SEALED = EnumSet.of(Category.COMMUNICATION, Category.CONTACT);

    static Contents of(Collection<Class<?>> types) {
        List<PersonalData> fields = types.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .map(field -> field.getAnnotation(PersonalData.class))
                .filter(Objects::nonNull)
                .toList();
        var categories = EnumSet.noneOf(Category.class);
        var purposes = EnumSet.noneOf(Purpose.class);
        fields.forEach(field -> {
            categories.add(field.category());
            purposes.add(field.purpose());
        });
        List<PersonalData> toBeSealed = fields.stream()
                .filter(field -> TO_BE_SEALED.contains(field.category()))
                .toList();
        // What holds nothing to seal is not sealed: a register must not promise it.
        boolean sealed = !toBeSealed.isEmpty() && toBeSealed.stream().allMatch(PersonalData::sealed);
        return new Contents(categories, purposes, sealed);
    }
}
