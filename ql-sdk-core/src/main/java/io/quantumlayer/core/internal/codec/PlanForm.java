package io.quantumlayer.core.internal.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.core.internal.plan.PlanReader;
import io.quantumlayer.core.internal.plan.PlanWriter;
import java.io.IOException;
import java.io.Serial;

/** A plan as it is written: the same document that a plan file holds, read with the same rules. */
final class PlanForm {
    private PlanForm() {}

    static SimpleModule module() {
        return new SimpleModule("plan form")
                .addSerializer(DeploymentPlan.class, new Writer())
                .addDeserializer(DeploymentPlan.class, new Reader());
    }

    private static final class Writer extends StdSerializer<DeploymentPlan> {
        @Serial
        private static final long serialVersionUID = 1L;

        Writer() {
            super(DeploymentPlan.class);
        }

        @Override
        public void serialize(DeploymentPlan plan, JsonGenerator out, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(PlanWriter.document(plan), out);
        }
    }

    private static final class Reader extends StdDeserializer<DeploymentPlan> {
        @Serial
        private static final long serialVersionUID = 1L;

        Reader() {
            super(DeploymentPlan.class);
        }

        @Override
        public DeploymentPlan deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                return PlanReader.read(in);
            } catch (InvalidPlanException e) {
                return context.reportInputMismatch(DeploymentPlan.class, "%s", e.getMessage());
            }
        }
    }
}
