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

    private final TokenizerFactory<CoreLabel> tokenizer =
            PTBTokenizer.factory(new CoreLabelTokenFactory(), "untokenizable=noneKeep,invertible=false");
    private final CRFClassifier<CoreLabel> cased = load(CASED);
    private final CRFClassifier<CoreLabel> caseless = load(CASELESS);

    @Override
    public List<PersonalSpan> find(String text) {
        List<CoreLabel> tokens = tokenizer.getTokenizer(new StringReader(text)).tokenize();
        CRFClassifier<CoreLabel> classifier = Capitals.tellNames(text) ? cased : caseless;
        List<PersonalSpan> names = new ArrayList<>();
        for (int from = 0; from < tokens.size(); from += MAX_TOKENS) {
            List<CoreLabel> piece = tokens.subList(from, Math.min(from + MAX_TOKENS, tokens.size()));
            addNames(classifier.classifySentence(piece), names);
        }
        return names;
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
