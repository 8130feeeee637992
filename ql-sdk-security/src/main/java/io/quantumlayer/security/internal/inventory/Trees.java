package io.quantumlayer.security.internal.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.yaml.snakeyaml.LoaderOptions;

/** Parses JSON, YAML and TOML into trees, strictly and bounded. */
final class Trees {
    private static final int LARGEST = 32 << 20;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectMapper TOML = TomlMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectMapper YAML = YAMLMapper.builder(
                    YAMLFactory.builder().loaderOptions(yaml()).build())
            .build();

    private Trees() {}

    static JsonNode json(LockFile file) throws MalformedLock {
        return tree(JSON, file.text(), "JSON");
    }

    static JsonNode toml(LockFile file) throws MalformedLock {
        return tree(TOML, file.text(), "TOML");
    }

    static JsonNode yaml(LockFile file) throws MalformedLock {
        return tree(YAML, file.text(), "YAML");
    }

    private static LoaderOptions yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setAllowDuplicateKeys(false);
        return options;
    }

    private static JsonNode tree(ObjectMapper mapper, String text, String format) throws MalformedLock {
        JsonNode tree;
        try {
            tree = mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new MalformedLock("it is no " + format, e);
        }
        if (tree == null || !tree.isObject()) {
            throw new MalformedLock("it holds no " + format + " object");
        }
        return tree;
    }
}
