package io.heed.events.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

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
            if (root != null && holdsItself(root, identitySet(), identitySet())) {
                problems.add(name, "the file has an alias inside its own anchor");
                return null;
            }
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

    /** Whether a node holds itself, by an alias inside its own anchor; reading it would never end. */
    private static boolean holdsItself(Node node, Set<Node> around, Set<Node> done) {
        if (done.contains(node) || node instanceof ScalarNode) {
            return false;
        }
        if (!around.add(node)) {
            return true;
        }
        List<Node> parts = new ArrayList<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> parts.addAll(List.of(tuple.getKeyNode(), tuple.getValueNode())));
        } else if (node instanceof SequenceNode sequence) {
            parts.addAll(sequence.getValue());
        }
        boolean found = parts.stream().anyMatch(part -> holdsItself(part, around, done));
        around.remove(node);
        done.add(node);
        return found;
    }

    private static Set<Node> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(50);
        options.setNestingDepthLimit(30);
        return options;
    }
}
