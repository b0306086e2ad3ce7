package io.sseagent.premain;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * URLs of entries of the agent's open jar. The JDK's own {@code jar:} handler would open the file again and keep it in a
 * cache that is shared with the application, which may close it.
 */
final class EntryUrlHandler extends URLStreamHandler {
    static final String PROTOCOL = "sse-agent";

    private final JarFile jar;

    EntryUrlHandler(JarFile jar) {
        this.jar = jar;
    }

    URL url(String entryName) throws MalformedURLException {
        return new URL(PROTOCOL, "", -1, "/" + entryName, this);
    }

    @Override
    protected URLConnection openConnection(URL url) {
        return new EntryConnection(url, jar);
    }

    private static final class EntryConnection extends URLConnection {
        private final JarFile jar;
        private JarEntry entry;

        EntryConnection(URL url, JarFile jar) {
            super(url);
            this.jar = jar;
        }

        @Override
        public void connect() throws IOException {
            if (!connected) {
                entry = jar.getJarEntry(getURL().getFile().substring(1));
                if (entry == null) {
                    throw new FileNotFoundException(getURL().toString());
                }
                connected = true;
            }
        }

        @Override
        public InputStream getInputStream() throws IOException {
            connect();
            return jar.getInputStream(entry);
        }

        @Override
        public long getContentLengthLong() {
            try {
                connect();
                return entry.getSize();
            } catch (IOException missing) {
                return -1;
            }
        }
    }
}
