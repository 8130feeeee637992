package io.quantumlayer.security.internal.infra.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One stage of a Dockerfile.
 *
 * @param from its first instruction
 * @param image the image or stage it starts from, with variables put in as far as they are known
 * @param name its own name in small letters, or empty
 * @param instructions what follows
 */
record Stage(Instruction from, String image, String name, List<Instruction> instructions) {
    Stage(Instruction from, String image, String name) {
        this(from, image, name, new ArrayList<>());
    }

    /** The last instruction of a name. */
    Optional<Instruction> last(String instruction) {
        return instructions.stream().filter(i -> i.is(instruction)).reduce((one, later) -> later);
    }
}
