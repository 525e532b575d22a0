package io.heed.language.wordpiece;

import java.util.stream.IntStream;

/**
 * Turns text into the piece numbers of an uncased BERT encoder, in plain Java.
 *
 * <p>Special pieces written out in a text (a customer typing {@code [SEP]}) are ordinary text here.
 */
public final class WordPiece {
    private static final int LONGEST_WORD = 100;

    private final Vocabulary vocabulary;
    private final int maxPieces;

    /** @param maxPieces the longest result, the start and end pieces included; at least 8 */
    public WordPiece(Vocabulary vocabulary, int maxPieces) {
        if (maxPieces < 8) {
            throw new IllegalArgumentException("maxPieces is below 8: " + maxPieces);
        }
        this.vocabulary = vocabulary;
        this.maxPieces = maxPieces;
    }

    /** The numbers of the text's pieces between the start and the end piece; of too long a text its head and tail. */
    public long[] ids(String text) {
        IntStream.Builder pieces = IntStream.builder();
        for (String word : Words.of(text)) {
            addPieces(word, pieces);
        }
        int[] body = pieces.build().toArray();
        int room = maxPieces - 2;
        int kept = Math.min(body.length, room);
        int head = body.length > room ? room / 2 : kept;
        long[] ids = new long[kept + 2];
        ids[0] = vocabulary.start();
        for (int i = 0; i < kept; i++) {
            ids[i + 1] = i < head ? body[i] : body[body.length - kept + i];
        }
        ids[kept + 1] = vocabulary.end();
        return ids;
    }

    private void addPieces(String word, IntStream.Builder pieces) {
        int[] points = word.codePoints().toArray();
        if (points.length > LONGEST_WORD) {
            pieces.add(vocabulary.unknown());
            return;
        }
        IntStream.Builder ofWord = IntStream.builder();
        int start = 0;
        while (start < points.length) {
            int end = points.length;
            Integer id = null;
            while (end > start && (id = vocabulary.id(piece(points, start, end))) == null) {
                end--;
            }
            if (id == null) {
                pieces.add(vocabulary.unknown());
                return;
            }
            ofWord.add(id);
            start = end;
        }
        ofWord.build().forEach(pieces::add);
    }

    private static String piece(int[] points, int start, int end) {
        String text = new String(points, start, end - start);
        return start == 0 ? text : "##" + text;
    }
}
