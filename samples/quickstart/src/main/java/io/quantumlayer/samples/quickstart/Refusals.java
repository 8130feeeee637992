package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.api.plan.Violation;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Turns what is refused into one clear message and an exit code. */
final class Refusals implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) throws Exception {
        if (thrown instanceof InvalidPlanException invalid) {
            System.err.println("Refused, with every mistake:");
            for (Violation violation : invalid.violations()) {
                System.err.println("  " + violation);
            }
            return ExitCode.BAD_INPUT;
        }
        if (thrown instanceof QuantumLayerException refused) {
            System.err.println(refused.failure().message());
            return isInput(refused.failure().type()) ? ExitCode.BAD_INPUT : ExitCode.FAILED;
        }
        if (thrown instanceof UncheckedIOException unread && unread.getCause() instanceof NoSuchFileException) {
            System.err.println(thrown.getMessage() + ": there is no such file");
            return ExitCode.BAD_INPUT;
        }
        throw thrown;
    }

    private static boolean isInput(ErrorType type) {
        return type == ErrorType.VALIDATION || type == ErrorType.CONFIGURATION || type == ErrorType.CONCURRENCY;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException thrown, String[] args) {
        System.err.println(thrown.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(thrown, System.err);
        System.err.println("See: ql --help");
        return ExitCode.BAD_INPUT;
    }
}
