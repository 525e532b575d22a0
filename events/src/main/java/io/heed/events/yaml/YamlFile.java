package io.heed.events.yaml;

import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** One YAML file of a user: its text and the problems found in it. */
public final class YamlFile {
    final String name;
    final List<String> lines;
    final Problems problems;

    private YamlFile(String name, String text, Problems problems) {
        this.name = name;
        this.lines = text.lines().toList();
        this.problems = problems;
    }

    /**
     * The mapping at the top of a file, or null where the text is no YAML mapping (then noted as a problem).
     *
     * @param name what to call the file in messages
     */
    public static @Nullable YamlMapping read(String name, String text, Problems problems) {
        YamlFile file = new YamlFile(name, text, problems);
        try {
            Node root = new Yaml(options()).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                return new YamlMapping(file, mapping);
            }
            problems.add(name, "the file is not a YAML mapping (legal: name: value)");
        } catch (MarkedYAMLException broken) {
            Mark mark = broken.getProblemMark();
            String problem = "not valid YAML: " + broken.getProblem();
            if (mark == null) {
                problems.add(name, problem);
            } else {
                problems.add(file.position(mark), problem);
            }
        } catch (YAMLException broken) {
            problems.add(name, "not valid YAML: " + broken.getMessage());
        }
        return null;
    }

    SourcePosition position(Mark mark) {
        return new SourcePosition(name, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** The column of the first character of a line that is no blank, counted from 1. */
    int indentation(int line) {
        if (line > lines.size()) {
            return 1;
        }
        String text = lines.get(line - 1);
        return text.length() - text.stripLeading().length() + 1;
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(50);
        options.setNestingDepthLimit(30);
        return options;
    }
}
