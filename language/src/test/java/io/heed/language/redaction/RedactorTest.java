package io.heed.language.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.heed.language.redaction.PlantedMessages.Planted;
import io.heed.language.redaction.PlantedMessages.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class RedactorTest {
    private static final HashingKey KEY = HashingKey.of("a key for tests alone");

    private final Redactor redactor = Redactor.create(KEY);

    @Test
    void structuredIdentifiersArePlacedOut() {
        List<String> missed = new ArrayList<>();
        int planted = 0;
        for (Planted message : PlantedMessages.all()) {
            String redacted = redactor.redact(message.text(), "c1");
            for (Value value : message.values()) {
                if (value.kind() != PersonalKind.NAME) {
                    planted++;
                    if (redacted.contains(value.text())) {
                        missed.add(value + " in \"" + message.text() + "\" -> " + redacted);
                    }
                }
            }
        }
        assertThat(planted).isGreaterThan(200);
        assertThat(missed).isEmpty();
    }

    @Test
    void nothingOfAStructuredIdentifierIsLeftBehind() {
        for (Planted message : PlantedMessages.all()) {
            String redacted = redactor.redact(message.text(), "c1");
            for (Value value : message.values()) {
                if (value.kind() == PersonalKind.CARD || value.kind() == PersonalKind.PHONE) {
                    String rest = redacted.replaceAll("\\[[A-Z]+:[0-9a-f]{6}]", "");
                    assertThat(rest).as(message.text()).doesNotContainPattern("\\d{3}");
                }
            }
        }
    }

    @Test
    void nineOfTenNamesAsTypedAndThreeOfFourInSmallLettersAreFound() {
        assumeThat(redactor.findsNames()).as("built with CoreNLP").isTrue();
        assertThat(namesFound(false)).isGreaterThan(0.90);
        assertThat(namesFound(true)).isGreaterThan(0.75);
    }

    @Test
    void innocentTextIsLeftAsItIs() {
        List<String> innocent = PlantedMessages.innocent();
        int words = String.join(" ", innocent).split("\\s+").length;
        List<String> changed = innocent.stream()
                .map(text -> redactor.redact(text, "c1"))
                .filter(text -> text.contains("["))
                .toList();
        assertThat(changed).as("false hits in %s words", words).hasSizeLessThanOrEqualTo(words / 150);
    }

    @Test
    void oneValueKeepsItsPlaceholderInsideAConversationOnly() {
        String first = redactor.redact("call 07700 900123", "c1");
        assertThat(redactor.redact("call 07700900123", "c1")).isEqualTo(first);
        assertThat(redactor.redact("call 07700 900123", "c2")).isNotEqualTo(first);
        assertThat(redactor.redact("call 07700 900124", "c1")).isNotEqualTo(first);
        assertThat(first).matches("call \\[PHONE:[0-9a-f]{6}]");
        Redactor other = Redactor.create(HashingKey.of("another key for tests"));
        assertThat(other.redact("call 07700 900123", "c1")).isNotEqualTo(first);
    }

    @Test
    void redactingTwiceChangesNothing() {
        for (Planted message : PlantedMessages.all()) {
            String once = redactor.redact(message.text(), "c1");
            assertThat(redactor.redact(once, "c1")).isEqualTo(once);
        }
    }

    @Test
    void numbersWithAWrongCheckDigitAreNoCardsButStillGo() {
        assertThat(redactor.redact("paid with 4111 1111 1111 1112", "c1")).matches("paid with \\[ACCOUNT:[0-9a-f]{6}]");
        assertThat(redactor.redact("paid with 4111 1111 1111 1111", "c1")).matches("paid with \\[CARD:[0-9a-f]{6}]");
    }

    @Test
    void spanishCuesAreKnown() {
        String redacted = redactor.redact(
                "Hola, me llamo Lucía Fernández, mi pedido 88213407 iba a la calle Mayor 14 y mi móvil es 612 345 678",
                "c1");
        assertThat(redacted).doesNotContain("Lucía", "Fernández", "88213407", "Mayor 14", "612");
    }

    @Test
    void digitsReadOutInACallAreFound() {
        assertThat(redactor.redact("it's oh seven seven double oh nine one two, okay", "c1"))
                .matches("it's \\[ACCOUNT:[0-9a-f]{6}], okay");
    }

    @Test
    void aKeyIsLongAndNeverWrittenOut() {
        assertThatThrownBy(() -> HashingKey.of("short")).hasMessage("hashing key is shorter than 16 bytes: 5");
        assertThat(KEY).hasToString("HashingKey[hidden]");
    }

    @Property(tries = 300)
    void anyTextIsRedactedWithoutFailure(@ForAll @StringLength(max = 300) String text) {
        String redacted = redactor.redact(text, "c1");
        assertThat(redacted).doesNotContain("[TEXT:");
        assertThat(redactor.redact(text, "c1")).isEqualTo(redacted);
    }

    @Test
    void longAndNastyTextsAreRedactedInTime() {
        List<String> nasty = List.of(
                "",
                " ",
                "1".repeat(50_000),
                "1 ".repeat(20_000),
                "a.".repeat(20_000) + "@",
                ":".repeat(20_000),
                "12 x ".repeat(10_000),
                "GB82 WEST ".repeat(5_000),
                "one two ".repeat(5_000),
                "\ud800\udc00\ud800".repeat(100),
                "\u0000\uffff\ufeff",
                "\u202e07700 900123\u202c");
        for (String text : nasty) {
            assertThat(redactor.redact(text, "c1")).doesNotContain("[TEXT:");
        }
    }

    @Test
    void whatCannotBeReadBecomesOnePlaceholder() {
        Redactor failing = new Redactor(KEY, List.of((text, possible) -> {
            throw new IllegalStateException("cannot read " + text);
        }));
        assertThat(failing.redact("call Nobuko on 07700 900123", "c1")).matches("\\[TEXT:[0-9a-f]{6}]");
    }

    private double namesFound(boolean lowerCase) {
        int planted = 0;
        int found = 0;
        for (Planted message : PlantedMessages.all()) {
            String redacted = redactor.redact(message.text(), "c1");
            for (Value value : message.values()) {
                if (value.kind() == PersonalKind.NAME && message.lowerCase() == lowerCase) {
                    planted++;
                    boolean anyPartLeft = Stream.of(value.text().split(" "))
                            .anyMatch(part -> Pattern.compile("\\b" + Pattern.quote(part) + "\\b")
                                    .matcher(redacted)
                                    .find());
                    found += anyPartLeft ? 0 : 1;
                }
            }
        }
        assertThat(planted).isGreaterThan(50);
        return (double) found / planted;
    }
}
