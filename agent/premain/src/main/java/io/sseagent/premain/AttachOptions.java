package io.sseagent.premain;

import java.util.List;

/** The words after {@code attach}: a process id and settings. */
final class AttachOptions {
    private final long pid;
    private final String agentArguments;

    private AttachOptions(long pid, String agentArguments) {
        this.pid = pid;
        this.agentArguments = agentArguments;
    }

    static AttachOptions parse(List<String> words) throws CommandFailure {
        if (words.isEmpty()) {
            throw CommandFailure.usage("\"attach\" needs a process id; \"list\" shows them");
        }
        StringBuilder settings = new StringBuilder();
        for (String word : words.subList(1, words.size())) {
            if (word.indexOf('=') < 1) {
                throw CommandFailure.usage("\"" + word + "\" is not key=value");
            }
            settings.append(settings.length() == 0 ? "" : ",").append(word);
        }
        return new AttachOptions(pid(words.get(0)), settings.length() == 0 ? null : settings.toString());
    }

    private static long pid(String word) throws CommandFailure {
        try {
            long pid = Long.parseLong(word);
            if (pid > 0) {
                return pid;
            }
        } catch (NumberFormatException notANumber) {
            // answered below
        }
        throw CommandFailure.usage("\"" + word + "\" is not a process id; \"list\" shows them");
    }

    long pid() {
        return pid;
    }

    /** In the form that follows {@code -javaagent:sse-agent.jar=}; null without settings. */
    String agentArguments() {
        return agentArguments;
    }
}
