package io.heed.events.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import io.heed.events.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns CEL text into checked expressions; errors name the file, line and column. */
public final class ExpressionCompiler {
    private static final String LEGAL = " (legal: event.amount > 1.5 * features.bill_mean_last_3)";

    private static final Set<CelType> PRINTABLE =
            Set.of(SimpleType.STRING, SimpleType.DOUBLE, SimpleType.INT, SimpleType.BOOL, SimpleType.TIMESTAMP);

    private final Cel cel;
    private final Scope scope;

    /** A compiler for expressions over the names of a scope. */
    public ExpressionCompiler(Scope scope) {
        this.scope = scope;
        CelBuilder builder = CelFactory.plannerCelBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(new ScopeTypes(scope))
                .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        "sum",
                        CelOverloadDecl.newGlobalOverload(
                                "sum_list_double", SimpleType.DOUBLE, ListType.create(SimpleType.DOUBLE))))
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        "sum", CelFunctionBinding.from("sum_list_double", List.class, UnaryOverloads::sum)));
        scope.variables().forEach(builder::addVar);
        this.cel = builder.build();
    }

    /** The expression at a place of a user's file; null where it is wrong, which is then noted at its own place. */
    public @Nullable Expression compile(YamlValue at, ValueType wanted) {
        return compile(at.text(), wanted, (line, column, problem) -> at.problemWithin(line, column, problem));
    }

    /**
     * The expression of a text.
     *
     * @throws IllegalArgumentException naming what is wrong with it
     */
    public Expression compile(String text, ValueType wanted) {
        StringBuilder problems = new StringBuilder();
        Expression compiled = compile(
                text,
                wanted,
                (line, column, problem) -> problems.append(problems.isEmpty() ? "" : "; ")
                        .append(line + 1)
                        .append(':')
                        .append(column + 1)
                        .append(": ")
                        .append(problem));
        if (compiled == null) {
            throw new IllegalArgumentException(problems.toString());
        }
        return compiled;
    }

    private interface Place {
        void problem(int line, int column, String problem);
    }

    private @Nullable Expression compile(String text, ValueType wanted, Place place) {
        try {
            CelAbstractSyntaxTree tree = check(text);
            if (!gives(tree.getResultType(), wanted)) {
                place.problem(
                        0,
                        0,
                        "expression does not give a " + wanted.name().toLowerCase(java.util.Locale.ROOT) + " but a "
                                + tree.getResultType().name() + ": " + text + LEGAL);
                return null;
            }
            Closure closure = closure(tree);
            return new Expression(text, closure == null ? program(text, tree) : closure, reads(tree));
        } catch (CelValidationException invalid) {
            for (CelIssue issue : invalid.getErrors()) {
                CelSourceLocation location = issue.getSourceLocation();
                place.problem(
                        Math.max(0, location.getLine() - 1), Math.max(0, location.getColumn()), explain(issue, text));
            }
            return null;
        } catch (CelEvaluationException unplannable) {
            place.problem(0, 0, unplannable.getMessage() + ": " + text);
            return null;
        }
    }

    /** The checked tree of a text. */
    CelAbstractSyntaxTree check(String text) throws CelValidationException {
        return cel.compile(text).getAst();
    }

    /** A tree as closures run it, or null where they do not cover all of it. */
    @Nullable
    Closure closure(CelAbstractSyntaxTree tree) {
        return ClosureCompiler.compile(tree, cel);
    }

    /** A tree as CEL itself runs it. */
    Closure program(String text, CelAbstractSyntaxTree tree) throws CelEvaluationException {
        return new CelProgram(text, cel.createProgram(tree));
    }

    private String explain(CelIssue issue, String text) {
        String message = String.valueOf(issue.getMessage());
        if (message.startsWith("undefined field")) {
            for (String personal : scope.personal()) {
                if (message.contains("'" + personal.substring(personal.indexOf('.') + 1) + "'")) {
                    return "field holds personal data and cannot be read: " + personal;
                }
            }
        }
        if (message.contains("no matching overload") && message.contains("int")) {
            message += "; numbers need a decimal point (legal: event.amount + 1.0)";
        }
        return message + ": " + text;
    }

    private static boolean gives(CelType type, ValueType wanted) {
        return switch (wanted) {
            case CONDITION -> type.equals(SimpleType.BOOL);
            case NUMBER -> type.equals(SimpleType.DOUBLE) || type.equals(SimpleType.INT);
            case TEXT -> type.equals(SimpleType.STRING);
            case TIME -> type.equals(SimpleType.TIMESTAMP);
            case VALUE -> type.equals(ListType.create(SimpleType.STRING)) || PRINTABLE.contains(type);
        };
    }

    /** Every {@code name.field} that is selected from a variable. */
    private static Set<String> reads(CelAbstractSyntaxTree tree) {
        Set<String> reads = new TreeSet<>();
        CelNavigableAst.fromAst(tree).getRoot().allNodes().forEach(node -> {
            CelExpr expression = node.expr();
            if (expression.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT) {
                CelExpr operand = expression.select().operand();
                if (operand.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT) {
                    reads.add(operand.ident().name() + "." + expression.select().field());
                }
            }
        });
        return reads;
    }

    @SuppressWarnings("Immutable") // a scope does not change once a compiler is made of it
    private record ScopeTypes(Scope scope) implements CelTypeProvider {
        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf(scope.structs().values());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Optional.ofNullable(scope.structs().get(name));
        }
    }
}
