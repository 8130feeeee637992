package io.quantumlayer.security.inventory;

/** Where packages of one kind come from, with one order of versions. */
public enum Ecosystem {
    /** Maven repositories: Maven and Gradle. */
    MAVEN("maven", "Maven"),
    /** The npm registry: npm, pnpm and yarn. */
    NPM("npm", "npm"),
    /** The Python package index: pip, Poetry, uv and pipenv. */
    PYPI("pypi", "PyPI"),
    /** Go modules. */
    GO("golang", "Go");

    private final String purlType;
    private final String osvName;

    Ecosystem(String purlType, String osvName) {
        this.purlType = purlType;
        this.osvName = osvName;
    }

    /**
     * Returns the type in a package URL.
     *
     * @return lower-case letters
     */
    public String purlType() {
        return purlType;
    }

    /**
     * Returns the name in the OSV schema.
     *
     * @return the name, whose case counts
     */
    public String osvName() {
        return osvName;
    }
}
