package io.heed.jobs.flink.workspace;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** A workspace by its URI: on disk, in an object store, wherever Flink has a file system. */
public final class WorkspaceFiles {
    private WorkspaceFiles() {}

    /**
     * The definition files of a workspace as they are now.
     *
     * @throws IllegalArgumentException if the folder does not exist or holds no event types
     */
    public static WorkspaceSnapshot snapshot(String uri) {
        Path root = new Path(uri);
        try {
            FileSystem files = root.getFileSystem();
            if (!files.exists(root)) {
                throw new IllegalArgumentException("workspace does not exist: " + uri);
            }
            return WorkspaceSnapshot.of(uri, folder -> definitions(files, root, folder));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("workspace cannot be read: " + uri, unreadable);
        }
    }

    /** The text of one file. */
    public static String read(String uri) throws IOException {
        Path path = new Path(uri);
        try (InputStream in = path.getFileSystem().open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<DefinitionFile> definitions(FileSystem files, Path root, String folder) {
        Path directory = new Path(root, folder);
        List<DefinitionFile> definitions = new ArrayList<>();
        try {
            if (!files.exists(directory)) {
                return definitions;
            }
            for (FileStatus file : files.listStatus(directory)) {
                String name = file.getPath().getName();
                if (name.endsWith(".yaml")) {
                    definitions.add(new DefinitionFile(
                            folder + "/" + name, read(file.getPath().toString())));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("workspace cannot be read: " + directory, unreadable);
        }
        definitions.sort(Comparator.comparing(DefinitionFile::name));
        return definitions;
    }
}
