package io.sseagent.core.config;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The properties file named by {@code config.file}: UTF-8, keys with or without {@code sse.agent.}. */
final class FileSource implements SettingsSource {
    static final int MAX_BYTES = 65_536;

    private final String name;
    private final String shownName;

    FileSource(String name) {
        this.name = name;
        this.shownName = "file " + Problems.shown(name);
    }

    @Override
    public void readInto(GivenSettings given, Problems problems) {
        FileProperties properties = new FileProperties(problems, shownName);
        try {
            properties.load(new StringReader(read()));
        } catch (IOException | IllegalArgumentException e) {
            // the latter is a malformed Unicode escape; whatever stands before it is dropped too: half a file is no
            // setting
            problems.add("config.file " + Problems.shown(name) + ": ignored, " + Problems.shown(e.getMessage()));
            return;
        }
        for (Map.Entry<String, String> entry : properties.valueByKey().entrySet()) {
            given.offer(entry.getKey(), entry.getValue(), Origin.FILE, shownName);
        }
    }

    @Override
    public String describe() {
        return shownName;
    }

    private String read() throws IOException {
        File file = new File(name);
        if (!file.exists()) {
            throw new IOException("there is no such file, looked for " + file.getAbsolutePath());
        }
        if (!file.isFile()) {
            // a FIFO or a device could block the start of the host for ever
            throw new IOException("it is not a regular file");
        }
        byte[] bytes = new byte[8192];
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (InputStream in = new FileInputStream(file)) {
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                content.write(bytes, 0, n);
                if (content.size() > MAX_BYTES) {
                    throw new IOException("it has more than " + MAX_BYTES + " bytes");
                }
            }
        }
        String text = new String(content.toByteArray(), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
