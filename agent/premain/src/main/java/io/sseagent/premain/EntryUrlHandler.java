package io.sseagent.premain;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/**
 * URLs of files in the agent's open jar. The JDK's own {@code jar:} handler would open the file again and keep it in a
 * cache that is shared with the application, which may close it.
 */
final class EntryUrlHandler extends URLStreamHandler {
    static final String PROTOCOL = "sse-agent";

    private final AgentJar jar;

    EntryUrlHandler(AgentJar jar) {
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
        private final AgentJar jar;
        private byte[] content;

        EntryConnection(URL url, AgentJar jar) {
            super(url);
            this.jar = jar;
        }

        @Override
        public void connect() throws IOException {
            if (!connected) {
                content = jar.read(getURL().getFile().substring(1));
                if (content == null) {
                    throw new FileNotFoundException(getURL().toString());
                }
                connected = true;
            }
        }

        @Override
        public InputStream getInputStream() throws IOException {
            connect();
            return new ByteArrayInputStream(content);
        }

        @Override
        public long getContentLengthLong() {
            try {
                connect();
                return content.length;
            } catch (IOException missing) {
                return -1;
            }
        }
    }
}
