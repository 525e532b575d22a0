package io.heed.language.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.TokenizerFactory;
import io.heed.language.redaction.Capitals;
import io.heed.language.redaction.NameFinder;
import io.heed.language.redaction.PersonalKind;
import io.heed.language.redaction.PersonalSpan;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Properties;

/**
 * Finds names with one conditional random field a message: the one that reads capitals where the writer used them,
 * else the one that does not.
 */
public final class CrfNameFinder implements NameFinder {
    private static final String FOLDER = "edu/stanford/nlp/models/ner/";
    private static final String CASED = FOLDER + "english.all.3class.distsim.crf.ser.gz";
    private static final String CASELESS = FOLDER + "english.all.3class.caseless.distsim.crf.ser.gz";
    private static final String PERSON = "PERSON";

    /** Bounds the memory of one call; a message of more words is read in pieces. */
    private static final int MAX_TOKENS = 400;

    /** The field sees four words to each side; one more for its own edge. */
    private static final int TOKENS_BESIDE = 5;

    private final TokenizerFactory<CoreLabel> tokenizer =
            PTBTokenizer.factory(new CoreLabelTokenFactory(), "untokenizable=noneKeep,invertible=false");
    private final CRFClassifier<CoreLabel> cased = load(CASED);
    private final CRFClassifier<CoreLabel> caseless = load(CASELESS);

    @Override
    public List<PersonalSpan> find(String text, BitSet possible) {
        List<PersonalSpan> names = new ArrayList<>();
        if (possible.isEmpty()) {
            return names;
        }
        List<CoreLabel> tokens = tokenizer.getTokenizer(new StringReader(text)).tokenize();
        CRFClassifier<CoreLabel> classifier = Capitals.tellNames(text) ? cased : caseless;
        BitSet read = around(tokens, possible);
        for (int from = read.nextSetBit(0); from >= 0; ) {
            int to = Math.min(read.nextClearBit(from), from + MAX_TOKENS);
            addNames(classifier.classifySentence(tokens.subList(from, to)), names);
            from = read.nextSetBit(to);
        }
        return names;
    }

    /** The tokens that may be names, with those beside them that the field looks at. */
    private static BitSet around(List<CoreLabel> tokens, BitSet possible) {
        BitSet read = new BitSet(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            int first = possible.nextSetBit(tokens.get(i).beginPosition());
            if (first >= 0 && first < tokens.get(i).endPosition()) {
                read.set(Math.max(0, i - TOKENS_BESIDE), Math.min(tokens.size(), i + TOKENS_BESIDE + 1));
            }
        }
        return read;
    }

    private static void addNames(List<CoreLabel> tokens, List<PersonalSpan> names) {
        int start = -1;
        int end = -1;
        for (CoreLabel token : tokens) {
            boolean person = PERSON.equals(token.get(AnswerAnnotation.class));
            if (person) {
                start = start < 0 ? token.beginPosition() : start;
                end = token.endPosition();
            } else if (start >= 0) {
                names.add(new PersonalSpan(PersonalKind.NAME, start, end));
                start = -1;
            }
        }
        if (start >= 0) {
            names.add(new PersonalSpan(PersonalKind.NAME, start, end));
        }
    }

    private static CRFClassifier<CoreLabel> load(String path) {
        Properties properties = new Properties();
        // Else words seen in one message would change what is found in the next.
        properties.setProperty("maxAdditionalKnownLCWords", "0");
        try {
            return CRFClassifier.getClassifier(path, properties);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(path + " is not of this CoreNLP version", e);
        }
    }
}
