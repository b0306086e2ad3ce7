package io.sseagent.prometheus;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Small files with secrets in UTF-8. What goes wrong is told without a word of their contents. */
final class SecretFile {
    private static final int MOST_BYTES = 1 << 16;

    private SecretFile() {}

    /** Without surrounding blanks, empty lines and comments. */
    static List<String> lines(String name) throws IOException {
        File file = new File(name);
        if (!file.isFile()) {
            throw new IOException("there is no such file");
        }
        if (file.length() > MOST_BYTES) {
            throw new IOException("it has more than " + MOST_BYTES + " bytes");
        }
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null) {
                if (!line.trim().isEmpty() && !line.trim().startsWith("#")) {
                    lines.add(line.trim());
                }
                line = reader.readLine();
            }
        }
        return lines;
    }

    /** The first line as it is, for what may begin with a blank or a hash. */
    static String firstLine(String name) throws IOException {
        File file = new File(name);
        if (!file.isFile()) {
            throw new IOException("there is no such file");
        }
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            if (line == null || line.isEmpty()) {
                throw new IOException("its first line is empty");
            }
            return line;
        }
    }
}
