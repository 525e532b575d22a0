package io.heed.language;

import io.heed.language.emotion.Emotion;
import io.heed.language.emotion.EmotionMean;
import io.heed.language.redaction.Redactor;
import io.heed.language.transcript.Label;
import io.heed.language.transcript.Stretches;
import io.heed.language.transcript.Transcript;
import io.heed.language.transcript.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A redacted text by who says what. In a call or chat that comes as a whole the labels in the text say it, and the speaker
 * of the message no longer counts; words of nobody known are nobody's.
 *
 * @param customersTurns what the customer says, in order
 * @param othersWords what all others say
 */
record SpokenText(String text, List<String> customersTurns, String othersWords) {
    SpokenText {
        customersTurns = List.copyOf(customersTurns);
    }

    /** A text without personal data, turn by turn, so that labels stay; names in labels go. */
    static String redact(String text, String conversation, Redactor redactor) {
        Transcript transcript = Transcript.of(text);
        if (!transcript.isLabelled()) {
            return redactor.redact(text, conversation);
        }
        UnaryOperator<String> name = value -> redactor.redactName(value, conversation);
        return transcript.turns().stream()
                .map(turn -> redacted(turn.label(), name) + redactor.redact(turn.text(), conversation))
                .collect(Collectors.joining());
    }

    /** Takes a redacted text apart. */
    static SpokenText of(String redactedText, Speaker speaker) {
        Transcript transcript = Transcript.of(redactedText);
        if (!transcript.isLabelled()) {
            return speaker == Speaker.CUSTOMER
                    ? new SpokenText(redactedText, List.of(redactedText), "")
                    : new SpokenText(redactedText, List.of(), redactedText);
        }
        return new SpokenText(
                redactedText,
                words(transcript, voice -> voice == Voice.CUSTOMER),
                String.join("\n", words(transcript, voice -> voice != Voice.CUSTOMER)));
    }

    /** The words that tell the language to score in: the customer's, else all others'. */
    String tellingLanguage() {
        return customersTurns.isEmpty() ? othersWords : String.join("\n", customersTurns);
    }

    /**
     * What is known of the text by what is known of the customer's words: feelings are the mean over stretches of them, by
     * length; the reason is what the first stretch says, where people say why they call.
     *
     * @param reader reads one stretch
     */
    Understanding understood(String language, Function<String, Understanding> reader) {
        List<String> stretches = Stretches.of(customersTurns);
        List<Understanding> read = stretches.stream().map(reader).toList();
        if (read.isEmpty()) {
            return new Understanding(text, false, language, Optional.empty(), Optional.empty());
        }
        return new Understanding(
                text, false, language, emotion(stretches, read), read.get(0).reason());
    }

    private static Optional<Emotion> emotion(List<String> stretches, List<Understanding> read) {
        List<Emotion> emotions = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            int words = Stretches.words(stretches.get(i));
            read.get(i).emotion().ifPresent(emotion -> {
                emotions.add(emotion);
                weights.add(words);
            });
        }
        return emotions.isEmpty() ? Optional.empty() : Optional.of(EmotionMean.of(emotions, weights));
    }

    private static List<String> words(Transcript transcript, Predicate<Voice> wanted) {
        return transcript.turns().stream()
                .filter(turn -> wanted.test(turn.voice()))
                .map(turn -> turn.text().strip())
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static String redacted(Label label, UnaryOperator<String> name) {
        return label.before() + (label.name().isEmpty() ? "" : name.apply(label.name())) + label.after();
    }
}
