package io.heed.language;

import io.heed.language.detection.LanguageDetection;
import io.heed.language.emotion.EmotionModel;
import io.heed.language.emotion.MessageVector;
import io.heed.language.encoding.SentenceEncoder;
import io.heed.language.redaction.HashingKey;
import io.heed.language.redaction.Redactor;
import io.heed.models.repository.ModelRepository;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Prints messages a second of processor time for each stage and the whole path, and the heap, on the service corpus
 * joined to messages of 25 words: {@code java -cp ... io.heed.language.UnderstandingSpeed}, in the folder language.
 */
final class UnderstandingSpeed {
    private static final int WORDS = 25;
    private static final int ROUNDS = 3;
    private static final HashingKey KEY = HashingKey.of("a key for tests alone");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private UnderstandingSpeed() {}

    /** Measures. */
    public static void main(String[] args) {
        LanguageUnderstanding whole =
                LanguageUnderstanding.shared(new LanguageOptions(KEY, ServiceCorpus.workspace(), "en"));
        Redactor redactor = whole.redactor();
        SentenceEncoder encoder = SentenceEncoder.shared();
        EmotionModel model = EmotionModel.champion(
                new ModelRepository(ServiceCorpus.workspace().resolve("models/repository")));
        float[] vector = MessageVector.of("why is my bill so high", encoder);
        List<String> messages = messages();
        measure("redaction", messages, text -> redactor.redact(text, "c1"));
        measure("language", messages, text -> LanguageDetection.shared().detect(text, "en"));
        measure("encoder", messages, encoder::encode);
        measure("message vector, encoder included", messages, text -> MessageVector.of(text, encoder));
        measure("emotion head", messages, text -> model.read(vector));
        measure(
                "whole path",
                messages,
                text -> whole.understand(new CustomerMessage(text, "c1", Speaker.CUSTOMER, null)));
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        print("heap MB", (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    }

    private static void measure(String stage, List<String> messages, Consumer<String> work) {
        messages.forEach(work);
        long before = THREADS.getCurrentThreadCpuTime();
        for (int round = 0; round < ROUNDS; round++) {
            messages.forEach(work);
        }
        double seconds = (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
        print(stage + ", messages per CPU second", ROUNDS * messages.size() / seconds);
    }

    private static void print(String what, double value) {
        System.out.println(what + ": " + String.format(Locale.ROOT, "%.0f", value));
    }

    private static List<String> messages() {
        List<String> messages = new ArrayList<>();
        StringBuilder message = new StringBuilder();
        for (ServiceCorpus.Message part : ServiceCorpus.messages("en")) {
            message.append(message.isEmpty() ? "" : " ").append(part.text());
            if (message.toString().split(" ", -1).length >= WORDS - 4) {
                messages.add(message.toString());
                message.setLength(0);
            }
        }
        return messages;
    }
}
