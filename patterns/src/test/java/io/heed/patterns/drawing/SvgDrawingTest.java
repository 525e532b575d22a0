package io.heed.patterns.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.patterns.definition.PatternDefinition;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class SvgDrawingTest {
    private static final PatternDefinition LETTERS = DrawnPatterns.ofLetters("""
            within: 2h
            stages:
              - some: {event: letter.a, times: 2-4}
              - none: {not-followed-by: letter.b, where: "none.k != '<&\\"' && none.v < 2.0"}
            """);

    @ParameterizedTest
    @MethodSource("io.heed.patterns.drawing.DrawnPatterns#shipped")
    void everyShippedPatternIsWellFormedAndNamesItself(PatternDefinition pattern) throws Exception {
        Element svg = parsed(SvgDrawing.of(pattern));

        assertThat(texts(svg, "title")).containsExactly("Pattern " + pattern.name());
        assertThat(texts(svg, "desc")).containsExactly(pattern.description());
    }

    @ParameterizedTest
    @MethodSource("io.heed.patterns.drawing.DrawnPatterns#shipped")
    void aDrawingNeedsNothingFromElsewhere(PatternDefinition pattern) {
        assertThat(SvgDrawing.of(pattern)).doesNotContain("<script", "href", "url(", "@import", "<image");
    }

    @Test
    void everyStageShowsWhatItTakesAndHowOften() throws Exception {
        assertThat(texts(parsed(SvgDrawing.of(LETTERS)), "text"))
                .contains(
                        "some",
                        "2 to 4 times",
                        "letter.a",
                        "without",
                        "✗ none",
                        "letter.b",
                        "none.k ≠ '<&\"'",
                        "and none.v < 2.0",
                        "2 hours",
                        "◆ match",
                        "other open matches go on (no-skip)");
    }

    @Test
    void whatXmlCannotHoldIsReplaced() throws Exception {
        SvgPage page = new SvgPage();
        page.text(0, 0, "", "a\u0007b\ud800c\uffffd");

        assertThat(texts(parsed(page.finish(10, 10, "t", "d")), "text")).containsExactly("a\ufffdb\ufffdc\ufffdd");
    }

    @Test
    void anArrowMayHaveALimitOfItsOwn() throws Exception {
        SvgPage page = new SvgPage();
        new SvgArrow(page).draw(new Link(Manner.NEXT, "< 2 h"), 0, 100, 0);

        assertThat(texts(parsed(page.finish(100, 100, "t", "d")), "text")).containsExactly("next", "< 2 h");
    }

    private static Element parsed(String svg) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static List<String> texts(Element svg, String tag) {
        NodeList found = svg.getElementsByTagName(tag);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}
