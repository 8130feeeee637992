package io.quantumlayer.core.internal.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the text of a plan out of a file without reading more than a plan may hold. */
public final class PlanText {
    private PlanText() {}

    /**
     * Reads a file.
     *
     * @param file the file
     * @return its text
     * @throws IOException if it cannot be read
     * @throws io.quantumlayer.api.plan.InvalidPlanException if it is too long or no UTF-8
     */
    public static String read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(PlanSyntax.MAX_LENGTH + 1);
        }
        PlanSyntax.checkLength(bytes.length, new Problems());
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            Problems problems = new Problems();
            problems.add(PlanSyntax.FILE, "be UTF-8", "", "save it in that encoding");
            throw problems.refusal();
        }
    }
}
