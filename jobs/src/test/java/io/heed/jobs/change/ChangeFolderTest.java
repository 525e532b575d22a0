package io.heed.jobs.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.jobs.change.ChangeLog.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeFolderTest {
    @TempDir
    private Path folder;

    @Test
    void entriesAreReadInTheOrderInWhichTheyWereWritten() throws Exception {
        ChangeFolder log = new ChangeFolder(folder.resolve("changes"));

        assertThat(log.after(0)).isEmpty();
        assertThat(log.append("one")).isEqualTo(1);
        assertThat(log.append("two")).isEqualTo(2);
        assertThat(log.after(0)).containsExactly(new Entry(1, "one"), new Entry(2, "two"));
        assertThat(log.after(1)).containsExactly(new Entry(2, "two"));
    }

    @Test
    void writersAtOneMomentDoNotOverwriteEachOther() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Callable<Long>> writes = new ArrayList<>();
        IntStream.range(0, 40).forEach(i -> writes.add(() -> new ChangeFolder(folder).append("change " + i)));
        for (Future<Long> written : writers.invokeAll(writes)) {
            written.get();
        }
        writers.shutdown();

        List<Entry> entries = new ChangeFolder(folder).after(0);
        assertThat(entries.stream().map(Entry::number))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf).toList());
        assertThat(entries.stream().map(Entry::text).distinct()).hasSize(40);
    }

    @Test
    void whatIsNoEntryIsPassedOver() throws Exception {
        Files.writeString(folder.resolve("README.md"), "Changes of our patterns.");

        assertThat(new ChangeFolder(folder).after(0)).isEmpty();
        assertThat(new ChangeFolder(folder).append("one")).isEqualTo(1);
    }
}
