package io.heed.jobs.flink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.Test;

class InOrderSplitsTest {
    @Test
    void filesAreGivenByNameWhateverTheOrderOfTheirListing() {
        InOrderSplits splits = new InOrderSplits(List.of(split("2026-03"), split("2026-01"), split("2026-02")));

        assertThat(given(splits)).containsExactly("2026-01", "2026-02", "2026-03");
        assertThat(splits.getNext("host")).isEmpty();
    }

    @Test
    void aFileThatComesBackAfterAFailureIsGivenInItsPlace() {
        InOrderSplits splits = new InOrderSplits(List.of(split("2026-01"), split("2026-02"), split("2026-03")));
        FileSourceSplit failed = splits.getNext(null).orElseThrow();

        splits.addSplits(List.of(failed));

        assertThat(given(splits)).containsExactly("2026-01", "2026-02", "2026-03");
    }

    @Test
    void whatIsLeftIsToldForACheckpoint() {
        InOrderSplits splits = new InOrderSplits(List.of(split("2026-02"), split("2026-01")));
        splits.getNext(null);

        assertThat(splits.remainingSplits())
                .extracting(split -> split.path().getName())
                .containsExactly("2026-02");
    }

    private static List<String> given(InOrderSplits splits) {
        List<String> names = new ArrayList<>();
        for (Optional<FileSourceSplit> next = splits.getNext(null); next.isPresent(); next = splits.getNext(null)) {
            names.add(next.get().path().getName());
        }
        return names;
    }

    private static FileSourceSplit split(String name) {
        return new FileSourceSplit(name, new Path("/recordings/" + name), 0, 1, 0, 1);
    }
}
