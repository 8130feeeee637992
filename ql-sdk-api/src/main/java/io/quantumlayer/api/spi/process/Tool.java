package io.quantumlayer.api.spi.process;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A program on this machine that a recipe names by a placeholder, such as <code>{python}</code>. */
public enum Tool {
    /** The {@code java} program of the JDK that commands use. */
    JAVA("a JDK 17 or newer (Debian, Ubuntu: apt-get install openjdk-17-jdk; macOS: brew install openjdk)"),
    /** A Python interpreter. */
    PYTHON("Python 3 (Debian, Ubuntu: apt-get install python3; macOS: brew install python)"),
    /** What installs Python packages: {@code uv pip} where uv is installed, else {@code python -m pip}. */
    PIP("uv or pip (pipx install uv, or Debian, Ubuntu: apt-get install python3-pip; macOS: brew install uv)"),
    /** The {@code uv} program itself. */
    UV("uv (pipx install uv; macOS: brew install uv)"),
    /** The {@code node} program. */
    NODE("Node.js (Debian, Ubuntu: apt-get install nodejs; Fedora: dnf install nodejs; macOS: brew install node)"),
    /** The {@code npm} program. */
    NPM("npm (Debian, Ubuntu: apt-get install npm; Fedora: dnf install npm; macOS: brew install node)"),
    /** The {@code mvn} program. */
    MAVEN("Maven (Debian, Ubuntu: apt-get install maven; Fedora: dnf install maven; macOS: brew install maven)");

    private final String remedy;

    Tool(String remedy) {
        this.remedy = remedy;
    }

    /**
     * Returns the text that stands for the tool in a command.
     *
     * @return the name in lower case in braces, such as <code>{python}</code>
     */
    public String placeholder() {
        return "{" + id() + "}";
    }

    /**
     * Returns the tool's name.
     *
     * @return the name in lower case
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Says how the tool is installed.
     *
     * @return what follows "install" in a sentence
     */
    public String remedy() {
        return remedy;
    }

    /**
     * Finds the tools that a command names.
     *
     * @param words the command
     * @return the tools in the order of this enumeration
     */
    public static Set<Tool> in(Collection<String> words) {
        Set<Tool> found = EnumSet.noneOf(Tool.class);
        for (Tool tool : values()) {
            if (words.stream().anyMatch(word -> word.contains(tool.placeholder()))) {
                found.add(tool);
            }
        }
        return found;
    }
}
