package io.heed.language.wordpiece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.language.ServiceCorpus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

final class WordPieceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vocabulary vocabulary = vocabulary();

    @Test
    void idsEqualThoseOfTheReferenceTokenizerOnTrickyTexts() throws IOException {
        WordPiece wordPiece = new WordPiece(vocabulary, 512);
        List<String> lines = lines();
        assertThat(lines).hasSizeGreaterThan(40);
        for (String line : lines) {
            JsonNode reference = JSON.readTree(line);
            long[] expected = StreamSupport.stream(reference.path("ids").spliterator(), false)
                    .mapToLong(JsonNode::asLong)
                    .toArray();
            assertThat(wordPiece.ids(reference.path("text").asText())).as(line).containsExactly(expected);
        }
    }

    @Test
    void aLongTextKeepsItsHeadAndItsTail() {
        WordPiece shortened = new WordPiece(vocabulary, 12);
        long[] whole =
                new WordPiece(vocabulary, 512).ids("one two three four five six seven eight nine ten eleven twelve");
        long[] expected = LongStream.concat(
                        LongStream.of(whole).limit(6), LongStream.of(whole).skip(whole.length - 6))
                .toArray();
        assertThat(shortened.ids("one two three four five six seven eight nine ten eleven twelve"))
                .containsExactly(expected);
    }

    @Test
    void aFileWithoutVocabularyIsRefused() {
        assertThatThrownBy(() -> Vocabulary.of(List.of("a"))).hasMessage("vocabulary lacks [CLS]");
        assertThatThrownBy(() -> Vocabulary.of(List.of("a", "a"))).hasMessage("vocabulary holds a piece twice: a");
        assertThatThrownBy(() -> new WordPiece(vocabulary, 2)).hasMessage("maxPieces is below 8: 2");
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = WordPieceTest.class.getResourceAsStream("reference-ids.jsonl")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static Vocabulary vocabulary() {
        try {
            return Vocabulary.of(Files.readAllLines(
                    ServiceCorpus.workspace().resolve("models/repository/emotional-state/2/vocabulary.txt")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
