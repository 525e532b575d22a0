package io.heed.jobs.configuration;

import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything a job is told.
 *
 * @param workspace the URI of the folder with the definitions
 * @param hashKey the secret of the keyed hashes; never logged
 * @param changes where changes of definitions come from while the job runs
 */
public record JobConfiguration(
        String workspace,
        InputOptions input,
        OutputOptions output,
        TimeOptions time,
        String hashKey,
        ChangeOptions changes)
        implements Serializable {
    /** The key of replays and tests; a live job must be given its own. */
    public static final String DEMONSTRATION_KEY = "heed-demonstration";

    /** A job over files of CloudEvents with the usual settings, for replays and tests. */
    public static JobConfiguration replaying(String workspace, List<String> files) {
        return new JobConfiguration(
                workspace,
                new InputOptions(files, "", null),
                OutputOptions.none(),
                TimeOptions.usual(),
                DEMONSTRATION_KEY,
                ChangeOptions.NONE);
    }

    /**
     * The configuration in a YAML file.
     *
     * @param environment where {@code key-variable} is looked up, such as {@link System#getenv()}
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem, unknown keys included
     */
    public static JobConfiguration read(String file, String text, Map<String, String> environment) {
        Problems problems = new Problems();
        YamlMapping top = YamlFile.read(file, text, problems);
        JobConfiguration configuration =
                top == null ? null : problems.build(top.position(), () -> configuration(top, environment));
        problems.throwIfAny();
        if (configuration == null) {
            throw new IllegalStateException("configuration has neither a value nor a problem: " + file);
        }
        return configuration;
    }

    /** The same with another input. */
    public JobConfiguration withInput(InputOptions newInput) {
        return new JobConfiguration(workspace, newInput, output, time, hashKey, changes);
    }

    /** The same with another output. */
    public JobConfiguration withOutput(OutputOptions newOutput) {
        return new JobConfiguration(workspace, input, newOutput, time, hashKey, changes);
    }

    /** The same with other times. */
    public JobConfiguration withTime(TimeOptions newTime) {
        return new JobConfiguration(workspace, input, output, newTime, hashKey, changes);
    }

    /** The same with another log of changes. */
    public JobConfiguration withChanges(ChangeOptions newChanges) {
        return new JobConfiguration(workspace, input, output, time, hashKey, newChanges);
    }

    private static @Nullable JobConfiguration configuration(YamlMapping top, Map<String, String> environment) {
        InputOptions input = input(top.require("input", "{files: [events.jsonl.gz]}"));
        OutputOptions output = output(top.find("output"));
        TimeOptions time = time(top.find("time"));
        String key = hashKey(top, environment);
        String workspace = top.text("workspace", ".");
        ChangeOptions changes = changes(top.find("changes"));
        top.rejectUnknownKeys();
        return input == null || changes == null
                ? null
                : new JobConfiguration(workspace, input, output, time, key, changes);
    }

    private static @Nullable InputOptions input(@Nullable YamlValue at) {
        YamlMapping body = at == null ? null : at.mapping();
        if (body == null) {
            return null;
        }
        return body.problems().build(body.position(), () -> {
            YamlValue files = body.find("files");
            String mapping = body.text("mapping", "");
            KafkaInput kafka = kafka(body.find("kafka"));
            body.rejectUnknownKeys();
            return new InputOptions(files == null ? List.of() : files.texts(), mapping, kafka);
        });
    }

    private static @Nullable KafkaInput kafka(@Nullable YamlValue at) {
        YamlMapping body = at == null ? null : at.mapping();
        if (body == null) {
            return null;
        }
        return body.problems().build(body.position(), () -> {
            String servers = body.requireText("bootstrap-servers", "localhost:9092");
            YamlValue topics = body.require("topics", "[care-events]");
            String group = body.text("group", "heed");
            boolean bounded = body.flag("bounded", false);
            Map<String, String> properties = properties(body.find("properties"));
            body.rejectUnknownKeys();
            return new KafkaInput(servers, topics == null ? List.of() : topics.texts(), group, bounded, properties);
        });
    }

    private static OutputOptions output(@Nullable YamlValue at) {
        YamlMapping body = at == null ? null : at.mapping();
        if (body == null) {
            return new OutputOptions("", "", "care-", Map.of(), true);
        }
        YamlValue kafkaAt = body.find("kafka");
        YamlMapping kafka = kafkaAt == null ? null : kafkaAt.mapping();
        OutputOptions output = new OutputOptions(
                body.text("directory", ""),
                kafka == null ? "" : kafka.requireText("bootstrap-servers", "localhost:9092"),
                kafka == null ? "care-" : kafka.text("topic-prefix", "care-"),
                kafka == null ? Map.of() : properties(kafka.find("properties")),
                body.flag("terminal", false));
        if (kafka != null) {
            kafka.rejectUnknownKeys();
        }
        body.rejectUnknownKeys();
        return output;
    }

    private static @Nullable ChangeOptions changes(@Nullable YamlValue at) {
        YamlMapping body = at == null ? null : at.mapping();
        if (body == null) {
            return ChangeOptions.NONE;
        }
        return body.problems().build(body.position(), () -> {
            YamlValue kafkaAt = body.find("kafka");
            YamlMapping kafka = kafkaAt == null ? null : kafkaAt.mapping();
            String directory = body.text("directory", "");
            String servers = kafka == null ? "" : kafka.requireText("bootstrap-servers", "localhost:9092");
            String topic = kafka == null ? "" : kafka.requireText("topic", "heed-changes");
            if (kafka != null) {
                kafka.rejectUnknownKeys();
            }
            body.rejectUnknownKeys();
            return new ChangeOptions(directory, servers, topic);
        });
    }

    private static TimeOptions time(@Nullable YamlValue at) {
        YamlMapping body = at == null ? null : at.mapping();
        TimeOptions usual = TimeOptions.usual();
        if (body == null) {
            return usual;
        }
        YamlValue liveFrom = body.find("live-from");
        YamlValue until = body.find("until");
        TimeOptions time = new TimeOptions(
                body.durationMillis("max-out-of-orderness", usual.maxOutOfOrdernessMillis()),
                body.durationMillis("duplicates-within", usual.duplicatesWithinMillis()),
                body.durationMillis("max-ahead", usual.maxAheadMillis()),
                body.durationMillis("idle-after", usual.idleAfterMillis()),
                liveFrom == null ? usual.liveFromMillis() : liveFrom.timeMillis(),
                until == null ? usual.untilMillis() : until.timeMillis());
        body.rejectUnknownKeys();
        return time;
    }

    private static String hashKey(YamlMapping top, Map<String, String> environment) {
        YamlValue variable = top.find("key-variable");
        if (variable == null) {
            return environment.getOrDefault("HEED_KEY", DEMONSTRATION_KEY);
        }
        String key = environment.get(variable.text());
        if (key == null || key.isBlank()) {
            variable.problem("key-variable names an environment variable that is not set: " + variable.text());
            return DEMONSTRATION_KEY;
        }
        return key;
    }

    private static Map<String, String> properties(@Nullable YamlValue at) {
        Map<String, String> properties = new TreeMap<>();
        YamlMapping body = at == null ? null : at.mapping();
        if (body != null) {
            body.entries().forEach((name, value) -> properties.put(name, value.text()));
        }
        return properties;
    }
}
