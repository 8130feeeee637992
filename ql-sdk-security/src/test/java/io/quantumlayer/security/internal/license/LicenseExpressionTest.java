package io.quantumlayer.security.internal.license;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseExpressionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MIT | MIT",
                "mit | MIT",
                "(MIT) | MIT",
                "MIT OR Apache-2.0 | MIT OR Apache-2.0",
                "MIT or Apache-2.0 and ISC | MIT OR (Apache-2.0 AND ISC)",
                "(MIT OR Apache-2.0) AND ISC | (MIT OR Apache-2.0) AND ISC",
                "GPL-2.0 | GPL-2.0-only",
                "GPL-2.0+ | GPL-2.0-or-later",
                "LGPL-2.1-or-later | LGPL-2.1-or-later",
                "AGPL-3.0 | AGPL-3.0-only",
                "Apache-2.0+ | Apache-2.0",
                "GPL-2.0-only with classpath-exception-2.0 | GPL-2.0-only WITH Classpath-exception-2.0"
            })
    void readsExpressions(String text, String meaning) {
        assertThat(LicenseExpression.of(text).map(Object::toString)).contains(meaning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "UNLICENSED",
                "SEE LICENSE IN LICENSE.md",
                "BSD",
                "MIT OR",
                "MIT AND Nonsense-1.0",
                "(MIT",
                "MIT)",
                "MIT ISC",
                "MIT WITH",
                "Apache-2.0 WITH Commons-Clause",
                "OR",
                "MIT/Apache-2.0",
                "LicenseRef-own"
            })
    void whatIsNoExpressionOfKnownIdsIsNotKnown(String text) {
        assertThat(LicenseExpression.of(text)).isEmpty();
        assertThat(LicenseNames.meaning(text)).isEmpty();
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThat(LicenseExpression.of("(".repeat(400) + "MIT" + ")".repeat(400)))
                .isEmpty();
        assertThat(LicenseExpression.of("MIT OR ".repeat(500) + "MIT")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The Apache Software License, Version 2.0 | Apache-2.0",
                "https://www.apache.org/licenses/LICENSE-2.0.txt | Apache-2.0",
                "The MIT License (MIT) | MIT",
                "BSD 3-Clause License | BSD-3-Clause",
                "Eclipse Public License - v 2.0 | EPL-2.0",
                "GPL2 w/ CPE | GPL-2.0-only WITH Classpath-exception-2.0",
                "Mozilla Public License 2.0 (MPL 2.0) | MPL-2.0"
            })
    void knowsNamesThatMeanOneLicence(String name, String meaning) {
        assertThat(LicenseNames.meaning(name).map(Object::toString)).contains(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BSD License", "Apache Software License", "GPL", "Public Domain", "Go License"})
    void namesThatMayMeanSeveralAreNotKnown(String name) {
        assertThat(LicenseNames.meaning(name)).isEmpty();
    }
}
