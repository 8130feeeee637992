package io.quantumlayer.samples.customprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.quantumlayer.api.spi.provider.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Each wrong copy of the provider fails the kit with a message that names what is wrong. */
class WrongProviderIT {
    private static final String FAULT = "fault";

    @ParameterizedTest
    @EnumSource(Wrong.class)
    void theKitNamesTheFault(Wrong wrong) {
        List<String> messages = failures(wrong).toList();

        assertThat(messages).anySatisfy(message -> assertThat(message).contains(wrong.said()));
    }

    private static Stream<String> failures(Wrong wrong) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OnWrongCopy.class))
                .configurationParameter(FAULT, wrong.name())
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(WrongProviderIT::message);
    }

    private static String message(Event event) {
        return event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::toString)
                .orElse("");
    }

    /** The kit on a wrong copy; only the test above runs it. */
    @ExtendWith(FaultResolver.class)
    static class OnWrongCopy extends LaunchpadContractTest {
        private final Wrong wrong;

        OnWrongCopy(@TempDir Path home, Wrong wrong) {
            super(home);
            this.wrong = wrong;
        }

        @Override
        protected Provider provider() {
            return new WrongProvider(wrong, lent());
        }
    }

    /** Hands the fault of this run to the kit. */
    static final class FaultResolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Wrong.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Wrong.valueOf(context.getConfigurationParameter(FAULT).orElseThrow());
        }
    }
}
