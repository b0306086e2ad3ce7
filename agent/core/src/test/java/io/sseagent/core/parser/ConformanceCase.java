package io.sseagent.core.parser;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A case of the conformance folder, which lies beside the checkout or not at all. */
record ConformanceCase(
        String name,
        @SerializedName("stream_base64") String streamBase64,
        @SerializedName("chunks_base64") List<String> chunksBase64,
        @SerializedName("request_last_event_id") String requestLastEventId,
        @SerializedName("final_last_event_id") String finalLastEventId,
        @SerializedName("comment_lines") Integer commentLines,
        @SerializedName("retry_ms") Long retryMillis,
        @SerializedName("parser_would_yield") Integer parserWouldYield,
        @SerializedName("not_sse") boolean notSse,
        List<Event> expected) {

    record Event(String type, String data, String lastEventId) {}

    static Optional<Path> folder() {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path folder = up.resolve("shared").resolve("conformance");
            if (Files.isDirectory(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    static List<ConformanceCase> readAll(Path folder) throws IOException {
        List<ConformanceCase> cases = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                cases.addAll(Arrays.asList(new Gson().fromJson(Files.readString(file), ConformanceCase[].class)));
            }
        }
        return cases;
    }

    byte[] stream() {
        return Base64.getDecoder().decode(streamBase64);
    }

    boolean isWellFormed() {
        return Arrays.equals(stream(), new String(stream(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
    }

    /** The lengths of the writes that the case was recorded with; the whole stream when it names none. */
    int[] chunkLengths() {
        List<String> chunks = chunksBase64 == null ? List.of(streamBase64) : chunksBase64;
        return chunks.stream()
                .mapToInt(chunk -> Base64.getDecoder().decode(chunk).length)
                .toArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
