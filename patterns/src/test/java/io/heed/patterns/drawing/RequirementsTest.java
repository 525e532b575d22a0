package io.heed.patterns.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequirementsTest {
    @Test
    void eachRequirementStandsByItself() {
        assertThat(Requirements.of("!a.x && a.y != b.y  && (a.z <= 1.0 || a.z * 2.0 >= 9.0)"))
                .containsExactly("not a.x", "and a.y ≠\u00a0b.y", "and (a.z ≤\u00a01.0 or a.z × 2.0 ≥\u00a09.0)");
    }

    @Test
    void alternativesAreNotTornApart() {
        assertThat(Requirements.of("a.x && a.y || a.z == 1.0")).containsExactly("a.x and a.y", "or a.z =\u00a01.0");
        assertThat(Requirements.of("a.x && a.y ? a.v : a.w && a.z")).containsExactly("a.x and a.y ? a.v : a.w and a.z");
    }

    @Test
    void textInQuotesStaysAsItIs() {
        assertThat(Requirements.of("a.k == 'x && \\'!y' && a.l == \"==\"")
                        .get(0)
                        .replace('\u00a0', ' '))
                .isEqualTo("a.k = 'x && \\'!y'");
    }

    @Test
    void commentsAndLineBreaksAreLeftOut() {
        assertThat(Requirements.of("a.x // a && b\n  && a.y")).containsExactly("a.x", "and a.y");
    }

    @Test
    void withoutAConditionNothingIsRequired() {
        assertThat(Requirements.of(null)).isEmpty();
    }
}
