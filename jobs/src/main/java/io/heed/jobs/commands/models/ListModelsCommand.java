package io.heed.jobs.commands.models;

import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.jobs.commands.arguments.WorkspaceOption;
import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.TextTable;
import io.heed.models.repository.Aliases;
import io.heed.models.repository.ModelContract;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelKind;
import io.heed.models.repository.ModelRepository;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists the models of a workspace. */
@Command(
        name = "list",
        description = {
            "Lists the models of a workspace: each version, what it predicts, how good it was in training, and its hash.",
            "",
            "Serves says what aliases.yaml says, which holds until the first change; what a running job serves now is"
                    + " shown by heed models status.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed models list",
            "  ./heed models list --workspace my-company",
            "",
            "Exit codes: 0 listed; 1 failed; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ListModelsCommand implements Callable<Integer> {
    private static final int HASH_SHOWN = 12;

    @ParentCommand
    private ModelsCommand parent;

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Override
    public Integer call() {
        Screen screen = parent.screen(spec);
        ModelRepository repository = Repositories.in(workspace.folder(parent.home()));
        TextTable table =
                new TextTable("Model", "Version", "Serves", "Target", "Features", "Trained until", "AUC", "Hash");
        int versions = 0;
        for (String model : repository.names()) {
            Aliases aliases = repository.serving().contains(model) ? repository.aliases(model) : null;
            for (int version : repository.versions(model)) {
                add(table, repository.folder(model, version), model, version, aliases);
                versions++;
            }
        }
        table.lines().forEach(screen::print);
        screen.print("");
        screen.print(Figures.count(versions, "version"));
        return 0;
    }

    private static void add(TextTable table, Path folder, String model, int version, @Nullable Aliases aliases) {
        String serves = aliases == null ? "" : aliases.part(version);
        try {
            ModelDirectory directory = ModelDirectory.read(folder);
            ModelContract contract = directory.contract();
            table.add(
                    model,
                    String.valueOf(version),
                    serves.isEmpty() ? "-" : serves,
                    contract.target().isEmpty() ? "-" : contract.target(),
                    contract.kind() == ModelKind.TEXT
                            ? "-"
                            : String.valueOf(contract.features().size()),
                    known(contract.training().facts(), "until"),
                    known(contract.training().metrics(), "auc"),
                    directory.hash().substring(0, HASH_SHOWN));
        } catch (InvalidDefinitionsException broken) {
            table.add(model, String.valueOf(version), serves, "-", "-", "-", "-", "cannot be read: validate it");
        }
    }

    private static String known(Map<String, String> facts, String name) {
        return facts.getOrDefault(name, "-");
    }
}
