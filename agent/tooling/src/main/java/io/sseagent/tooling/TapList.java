package io.sseagent.tooling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The modules of the agent's jar as one resource, written when the jar is packed: a line per module, with its name, its class, what it
 * is for and the classes that it taps. An agent starts on this alone, so that another hundred taps cost it no class.
 */
public final class TapList {
    /** Its name in the jar, as the agent's loader knows it. */
    public static final String RESOURCE = "io/sseagent/tooling/taps";

    private static final String FALLBACK = "fallback";
    private static final String SERVLET_CONTAINER = "servlet-container";
    private static final String AWAITS_FIRST_STREAM = "awaits-first-stream";
    private static final String LIBRARY = "library";

    private TapList() {}

    /** The text of the resource, in the order given. Loads and asks every module. */
    public static String render(Iterable<InstrumentationModule> modules) {
        StringBuilder text = new StringBuilder();
        for (InstrumentationModule module : modules) {
            text.append(module.name()).append(' ').append(module.getClass().getName());
            text.append(' ').append(purpose(module));
            for (TypeInstrumentation type : module.types()) {
                text.append(' ').append(type.typeName());
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String purpose(InstrumentationModule module) {
        if (module.isFallback()) {
            return FALLBACK;
        }
        if (module.awaitsFirstStream()) {
            return AWAITS_FIRST_STREAM;
        }
        return module.isServletContainer() ? SERVLET_CONTAINER : LIBRARY;
    }

    /**
     * The modules that the jar of {@code loader} has, none of them loaded.
     *
     * @throws IllegalStateException if there is no list, which is a mistake of our build
     */
    public static List<InstrumentationModule> read(ClassLoader loader) {
        try (InputStream resource = loader.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the jar has no list of its taps");
            }
            List<InstrumentationModule> modules = new ArrayList<InstrumentationModule>();
            BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> words = Arrays.asList(line.split(" "));
                modules.add(read(loader, words));
            }
            return modules;
        } catch (IOException unreadable) {
            throw new IllegalStateException("the list of taps cannot be read", unreadable);
        }
    }

    private static InstrumentationModule read(ClassLoader loader, List<String> words) {
        return new ListedModule(
                loader,
                words.get(0),
                words.get(1),
                words.get(2).equals(FALLBACK),
                words.get(2).equals(SERVLET_CONTAINER),
                words.get(2).equals(AWAITS_FIRST_STREAM),
                words.subList(3, words.size()));
    }
}
