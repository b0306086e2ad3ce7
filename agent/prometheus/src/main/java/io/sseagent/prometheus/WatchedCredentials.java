package io.sseagent.prometheus;

import io.sseagent.core.config.SecurityConfig;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.log.AgentLog;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/**
 * The credentials in the files that the configuration names, read again when one of them changes, so that a password can be
 * changed or a user removed without a restart. While a file cannot be used, the former credentials stay. Thread-safe.
 */
final class WatchedCredentials implements Credentials {
    private final SecurityConfig config;
    private final AgentHealth health;
    private final AgentLog log;
    private volatile Credentials current;
    // Of the agent's thread.
    private List<FileStamp> stamps;

    /** Reads them now; throws, without a word of their contents, if one cannot be used. */
    WatchedCredentials(SecurityConfig config, AgentHealth health, AgentLog log)
            throws IOException, GeneralSecurityException {
        this.config = config;
        this.health = health;
        this.log = log;
        this.stamps = stamps();
        this.current = KnownCredentials.of(config);
    }

    private List<FileStamp> stamps() {
        List<FileStamp> now = new ArrayList<>();
        for (String name : new String[] {config.usersFile(), config.tokenFile()}) {
            if (name != null) {
                now.add(new FileStamp(name));
            }
        }
        return now;
    }

    /** Looks at the files' times and reads them if need be; once a second on the agent's thread. */
    void refresh() {
        boolean stale = false;
        for (FileStamp stamp : stamps) {
            stale |= stamp.isStale();
        }
        if (!stale) {
            return;
        }
        // before the reading: what changes while it is read is read again
        stamps = stamps();
        try {
            current = KnownCredentials.of(config);
        } catch (IOException | GeneralSecurityException | SecurityException e) {
            health.error(EndpointHandler.COMPONENT);
            log.warn("changed credentials cannot be used, the former ones stay: " + e.getMessage());
        }
    }

    @Override
    public boolean isEmpty() {
        return current.isEmpty();
    }

    @Override
    public String userOf(String authorization) throws GeneralSecurityException {
        return current.userOf(authorization);
    }

    @Override
    public String rememberedUserOf(String authorization) throws GeneralSecurityException {
        return current.rememberedUserOf(authorization);
    }
}
