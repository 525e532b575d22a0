package io.heed.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static final List<String> NAMES = List.of("call.ended", "call.started", "chat.closed");

    @Test
    void theNameWithTheFewestTypingErrorsIsMeant() {
        assertThat(NearestName.of("cal.strated", NAMES)).isEqualTo("call.started");
        assertThat(NearestName.of("chat.close", NAMES)).isEqualTo("chat.closed");
    }

    @Test
    void amongNoNamesNoneIsMeant() {
        assertThat(NearestName.of("call", List.of())).isEmpty();
    }
}
