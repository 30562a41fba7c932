package dev.lectern.notification.mail;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Suggestion;
import dev.lectern.notification.mail.MailTemplate.Part;
import io.quarkus.qute.Expression;
import io.quarkus.qute.SectionNode;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what a template names that does not exist, also where no example comes by, and bounds its work: a loop goes over
 * a list of facts, and within it there is no other.
 */
final class NameCheck {

    private static final int DEEPEST = 20;

    /** As the engine notes that a loop names none. */
    private static final String WITHOUT_ALIAS = "$empty$";

    private static final List<String> OF_ELEMENTS = List.of("_hasNext", "_count", "_index", "_isFirst", "_isLast");

    private final List<Fault> faults = new ArrayList<>();

    private final Set<String> names;
    private final Set<String> lists;
    private final Map<String, Set<String>> members;

    private NameCheck(Set<String> names, Map<String, Set<String>> lists) {
        this.names = names;
        this.members = lists;
        this.lists = lists.keySet().stream().filter(names::contains).collect(Collectors.toSet());
    }

    static List<Fault> faults(Template template, Part part) {
        return faults(template, Vocabulary.names(part), Vocabulary.LISTS);
    }

    /** @param lists of each name that is a list, the names that one of its elements knows */
    static List<Fault> faults(Template template, Set<String> names, Map<String, Set<String>> lists) {
        var check = new NameCheck(names, lists);
        template.getParameterDeclarations()
                .forEach(declaration -> check.refuse(declaration.getOrigin(), "Types are not declared here"));
        check.nodes(template.getNodes(), Map.of(), 0);
        return check.faults;
    }

    /** @param elements the names of the element of a loop around them, with what each knows; empty outside a loop */
    private void nodes(List<TemplateNode> nodes, Map<String, Set<String>> elements, int depth) {
        for (var node : nodes) {
            if (node.isSection()) {
                section(node.asSection(), elements, depth + 1);
            } else if (node.isExpression()) {
                node.getExpressions().forEach(expression -> output(expression, elements));
            }
        }
    }

    private void section(SectionNode section, Map<String, Set<String>> elements, int depth) {
        if (depth > DEEPEST) {
            refuse(section.getOrigin(), "Sections are nested more than " + DEEPEST + " deep");
            return;
        }
        if (section.getName().equals("for") || section.getName().equals("each")) {
            loop(section, elements, depth);
            return;
        }
        for (var block : section.getBlocks()) {
            block.expressions.values().forEach(expression -> named(expression, elements));
            nodes(block.nodes, elements, depth);
        }
    }

    private void loop(SectionNode loop, Map<String, Set<String>> elements, int depth) {
        var main = loop.getBlocks().get(0);
        var iterable = main.expressions.get("iterable");
        var list = iterable == null ? "" : iterable.toOriginalString();
        if (!elements.isEmpty()) {
            refuse(loop.getOrigin(), "A loop does not stand within another");
        } else if (!lists.contains(list)) {
            refuse(loop.getOrigin(), Suggestion.instead("list", list, lists));
        } else {
            var given = main.parameters.get("alias");
            var alias = given == null || given.equals(WITHOUT_ALIAS) ? "it" : given;
            nodes(main.nodes, element(alias, members.get(list)), depth);
            loop.getBlocks().stream().skip(1).forEach(block -> nodes(block.nodes, elements, depth));
        }
    }

    private static Map<String, Set<String>> element(String alias, Set<String> members) {
        var element = new HashMap<String, Set<String>>();
        element.put(alias, members);
        OF_ELEMENTS.forEach(suffix -> element.put(alias + suffix, Set.of()));
        return element;
    }

    private void output(Expression expression, Map<String, Set<String>> elements) {
        if (lists.contains(expression.toOriginalString())) {
            refuse(
                    expression.getOrigin(),
                    "\"" + expression.toOriginalString() + "\" is a list: {#for … in " + expression.toOriginalString()
                            + "}");
        } else {
            named(expression, elements);
        }
    }

    private void named(Expression expression, Map<String, Set<String>> elements) {
        if (expression.isLiteral()) {
            return;
        }
        var parts = expression.getParts();
        if (expression.hasNamespace() || parts.stream().anyMatch(Expression.Part::isVirtualMethod)) {
            refuse(
                    expression.getOrigin(),
                    "\"" + expression.toOriginalString() + "\" is no name, and nothing else stands here");
            return;
        }
        var first = parts.get(0).getName();
        var known = elements.get(first);
        if (known == null) {
            exists("name", first, all(elements), expression);
        }
        if (parts.size() == 2 && known != null && !known.isEmpty()) {
            exists("member", parts.get(1).getName(), known, expression);
        } else if (parts.size() > 1 && (known != null || names.contains(first))) {
            refuse(expression.getOrigin(), "\"" + first + "\" has no members");
        } else if (known != null && !known.isEmpty()) {
            refuse(expression.getOrigin(), "\"" + first + "\" has members: " + Suggestion.listed(known));
        }
    }

    private Set<String> all(Map<String, Set<String>> elements) {
        var known = new HashSet<>(names);
        known.addAll(elements.keySet());
        return known;
    }

    private void exists(String what, String name, Set<String> known, Expression expression) {
        if (!known.contains(name)) {
            refuse(expression.getOrigin(), Suggestion.instead(what, name, known));
        }
    }

    private void refuse(TemplateNode.Origin origin, String detail) {
        faults.add(Fault.inLine(Math.max(1, origin.getLine()), detail));
    }
}
