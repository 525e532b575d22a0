package io.heed.events.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles the loops that CEL's parser makes of all, exists, exists_one, filter and map; told apart by their step. */
final class MacroCompiler {
    private final ClosureCompiler compiler;
    private final CheckedTree tree;

    MacroCompiler(ClosureCompiler compiler, CheckedTree tree) {
        this.compiler = compiler;
        this.tree = tree;
    }

    Closure closure(CelExpr.CelComprehension loop) {
        if (!loop.iterVar2().isEmpty()) {
            throw new NotCoveredException();
        }
        CelExpr step = loop.loopStep();
        return switch (tree.overload(step)) {
            case "logical_or" -> quantifier(loop, true);
            case "logical_and" -> quantifier(loop, false);
            case "conditional" -> conditional(loop, step.call().args());
            case "add_list" -> filtering(loop, null, step);
            default -> throw new NotCoveredException();
        };
    }

    private Closure quantifier(CelExpr.CelComprehension loop, boolean deciding) {
        Closure condition = compiler.closure(loop.loopStep().call().args().get(1));
        return new Quantifier(compiler.closure(loop.iterRange()), loop.iterVar(), condition, deciding);
    }

    /** {@code condition ? result + one : result}. */
    private Closure conditional(CelExpr.CelComprehension loop, List<CelExpr> arguments) {
        Closure condition = compiler.closure(arguments.get(0));
        CelExpr addition = arguments.get(1);
        if (!tree.overload(addition).equals("add_int64")) {
            return filtering(loop, condition, addition);
        }
        Closure fulfilling =
                new Filtering(compiler.closure(loop.iterRange()), loop.iterVar(), condition, names -> true);
        return new OneArgument(fulfilling, list -> ((List<?>) list).size() == 1);
    }

    /** {@code result + [made]}. */
    private Closure filtering(CelExpr.CelComprehension loop, @Nullable Closure condition, CelExpr addition) {
        List<CelExpr> added = addition.getKind() == Kind.CALL ? addition.call().args() : List.of();
        if (added.size() != 2 || added.get(1).getKind() != Kind.LIST) {
            throw new NotCoveredException();
        }
        Closure made = compiler.plainValue(added.get(1).list().elements().get(0));
        return new Filtering(compiler.closure(loop.iterRange()), loop.iterVar(), condition, made);
    }
}
