package io.heed.jobs.commands.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.jobs.backtest.Backtest;
import io.heed.jobs.backtest.Comparison;
import io.heed.jobs.backtest.Comparison.Pair;
import io.heed.jobs.backtest.DayCount;
import io.heed.jobs.backtest.Happening;
import io.heed.jobs.backtest.PlayComparison;
import io.heed.jobs.backtest.PlayComparison.Counts;
import io.heed.jobs.backtest.Quality;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class BacktestPageTest {
    private static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final String EVIL = "</td><script>alert('1 & 2')</script>\u0001";
    private static final BacktestScope SCOPE =
            new BacktestScope("/srv/<telco>", List.of("/srv/march & april.jsonl.gz"), 12_345);

    @Test
    void thePageIsWellFormedAndHoldsNoMarkupOfItsData() throws Exception {
        String page = new BacktestPage(backtest(EVIL, 2), SCOPE).html();

        Document document = parsed(page);
        assertThat(page).doesNotContain("<script", "\u0001").contains("march &amp; april.jsonl.gz");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Backtest of explain-bill");
        assertThat(document.getElementsByTagName("svg")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("role")
                        .getNodeValue())
                .isEqualTo("img");
        assertThat(page).contains("Triggers of explain-bill a day, 2 old against 3 new");
    }

    @Test
    void thePageNeedsNothingFromElsewhere() {
        assertThat(new BacktestPage(backtest("Because.", 2), SCOPE).html())
                .doesNotContain("src=\"http", "@import", "<link", "url(");
    }

    @Test
    void theFirstFiftyCustomersAreShownAndTheJsonHasAll() throws Exception {
        Backtest backtest = backtest("Because.", 60);

        String page = new BacktestPage(backtest, SCOPE).html();
        JsonNode json = new ObjectMapper().readTree(BacktestJson.of(backtest, SCOPE));

        assertThat(page)
                .contains("Customers who gain: 60", "the first 50 by time", ">G049<")
                .doesNotContain(">G050<");
        assertThat(json.at("/plays/0/triggers/customersGained")).hasSize(60);
        assertThat(json.at("/plays/0/heldBack/outranked/new").intValue()).isEqualTo(4);
        assertThat(json.at("/plays/0/quality/old/precision").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void longRecordingsAreDrawnByTheWeek() {
        List<DayCount> days = new ArrayList<>();
        for (int day = 0; day < 140; day++) {
            days.add(new DayCount(LocalDate.of(2026, 1, 1).plusDays(day), 1, 2));
        }

        String plot = DayPlot.of("id", "Matches of bill-spike", days);

        assertThat(plot).contains("Matches of bill-spike a week, 140 old against 280 new");
        assertThat(plot.split("<g>", -1)).hasSize(21);
        assertThat(plot).contains("<title>2026-01-01: old 7, new 14</title>");
    }

    private static Backtest backtest(String sentence, int gains) {
        List<Happening> gained = new ArrayList<>();
        for (int i = 0; i < gains; i++) {
            gained.add(new Happening("explain-bill", "G%03d".formatted(i), "bill-" + i, NOON + i, sentence));
        }
        Happening same = new Happening("explain-bill", "S000", "bill", NOON, sentence);
        Happening lost = new Happening("explain-bill", "L000", "bill", NOON, sentence);
        Comparison triggers = new Comparison(List.of(new Pair(same, same)), List.of(lost), gained);
        PlayComparison play = new PlayComparison(
                "explain-bill",
                "bill-spike",
                1,
                2,
                triggers,
                List.of(new DayCount(LocalDate.of(2026, 3, 1), 2, gains + 1L)),
                new TreeMap<>(Map.of("outranked", new Counts(3, 4))),
                new Quality(2, 1, 4, 1, 1, 1, 30),
                new Quality(gains + 1, 2, 4, 2, 1, 0, Double.NaN));
        return new Backtest(
                List.of(sentence),
                List.of("explain-bill"),
                List.of(),
                List.of(play),
                List.of(),
                2,
                gains + 1L,
                List.of(LocalDate.of(2026, 3, 1)));
    }

    private static Document parsed(String page) throws Exception {
        String xml = page.substring(page.indexOf("<html"));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
