package io.quantumlayer.security.internal.source;

import io.quantumlayer.api.security.Rule;
import java.util.List;
import java.util.Optional;

/** The rules for names of files and folders, in the order in which they count. Immutable. */
final class FileRules {
    private final List<FileRule> rules;

    private FileRules(List<FileRule> rules) {
        this.rules = rules;
    }

    private record FileRule(Rule rule, FileNames names, FileNames unless, boolean folder) {
        static FileRule of(RuleSheet.Entry entry) {
            return new FileRule(
                    entry.rule(),
                    new FileNames(entry.words("names")),
                    new FileNames(entry.words("unless")),
                    entry.yes("folder"));
        }

        boolean fits(String path, boolean isFolder) {
            return folder == isFolder && names.holds(path) && !unless.holds(path);
        }
    }

    static FileRules builtIn() {
        return new FileRules(
                RuleSheet.rules("file-rules.txt").stream().map(FileRule::of).toList());
    }

    /** The first rule that fits a path. */
    Optional<Rule> find(String path, boolean folder) {
        return rules.stream()
                .filter(rule -> rule.fits(path, folder))
                .map(FileRule::rule)
                .findFirst();
    }
}
