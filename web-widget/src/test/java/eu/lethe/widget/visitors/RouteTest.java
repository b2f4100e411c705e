package eu.lethe.widget.visitors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

    @Test
    void tellsMessagesFromAnswersFromTheRest() {
        assertThat(Route.of("/sites/k/messages").isMessages()).isTrue();
        assertThat(Route.of("/sites/k/messages/x/rating").isMessages()).isFalse();
        assertThat(Route.of("/sites/k/answers/x").isAnswer()).isTrue();
        assertThat(Route.of("/sites/k/answers/x/stop").isAnswer()).isFalse();
        assertThat(Route.of("/sites/k").rest()).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"/", "/sites", "/sites/", "/site/k", "//k"})
    void refusesWhatNamesNoSite(@Nullable String path) {
        assertThatThrownBy(() -> Route.of(path)).isInstanceOf(InvalidRequest.class);
    }
}
