package io.quantumlayer.security.internal.infra.tree;

import io.quantumlayer.security.internal.infra.rule.Verdict;
import io.quantumlayer.security.internal.infra.tree.Value.Open;
import io.quantumlayer.security.internal.infra.tree.Value.Text;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells whether a rule of a firewall lets everybody reach the ports by which machines are administered.
 *
 * @param sources the paths of the address ranges
 * @param ports the paths of the first and the last port
 * @param protocol the path of the protocol
 */
public record Ingress(List<String> sources, List<String> ports, String protocol) {
    private static final Set<String> EVERYBODY = Set.of("0.0.0.0/0", "::/0", "0.0.0.0", "*", "internet", "any");
    private static final Set<String> EVERY_PROTOCOL = Set.of("-1", "all", "*");
    private static final List<Integer> ADMINISTRATION = List.of(22, 3389);
    private static final int LAST = 65_535;

    /**
     * Judges a rule of a firewall.
     *
     * @param rule the rule
     * @param out takes what is left open
     * @param broken is called if everybody reaches such a port
     */
    public void judge(Value rule, Verdict out, Runnable broken) {
        List<Value> from = sources.stream().flatMap(rule::at).toList();
        if (from.stream().noneMatch(Ingress::everybody)) {
            from.stream()
                    .filter(Open.class::isInstance)
                    .findFirst()
                    .ifPresent(open -> out.open(open.line(), "who may come in is worked out later"));
            return;
        }
        if (rule.at(protocol).anyMatch(value -> isOneOf(value, EVERY_PROTOCOL))) {
            broken.run();
            return;
        }
        if (Stream.of(protocol, ports.get(0), ports.get(1)).flatMap(rule::at).anyMatch(Open.class::isInstance)) {
            out.open(rule.line(), "what everybody may reach is worked out later");
        } else if (reaches(rule)) {
            broken.run();
        }
    }

    private boolean reaches(Value rule) {
        if (rule.at(protocol).noneMatch(value -> isOneOf(value, Set.of("tcp", "6")))) {
            return false;
        }
        OptionalInt first = number(rule.text(ports.get(0)).orElse("0"));
        OptionalInt last = number(rule.text(ports.get(1)).orElse(Integer.toString(LAST)));
        return first.isPresent()
                && last.isPresent()
                && ADMINISTRATION.stream().anyMatch(port -> first.getAsInt() <= port && port <= last.getAsInt());
    }

    /**
     * Says whether a range of ports, written as one text, holds a port of administration.
     *
     * @param range a number, two with a hyphen between them, or a star
     * @return whether it does
     */
    public static boolean administers(String range) {
        if (range.equals("*")) {
            return true;
        }
        String[] ends = range.split("-", 2);
        OptionalInt first = number(ends[0].strip());
        OptionalInt last = number(ends[ends.length - 1].strip());
        return first.isPresent()
                && last.isPresent()
                && ADMINISTRATION.stream().anyMatch(port -> first.getAsInt() <= port && port <= last.getAsInt());
    }

    /**
     * Says whether a value stands for every address.
     *
     * @param value the value
     * @return whether it does
     */
    public static boolean everybody(Value value) {
        return isOneOf(value, EVERYBODY);
    }

    private static boolean isOneOf(Value value, Set<String> words) {
        return value instanceof Text text && words.stream().anyMatch(text::says);
    }

    private static OptionalInt number(String text) {
        return text.matches("-?[0-9]{1,5}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
