package io.sseagent.benchmarks.overhead;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The overhead run: what each agent adds to the same applications, as one Markdown table on standard output. Loopback only;
 * ends the processes that it starts.
 */
public final class Overhead {

    private Overhead() {}

    /** Exits with 2 for a wrong command line. */
    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        Options options = null;
        List<Scenario> scenarios = List.of();
        try {
            options = Options.parse(given);
            scenarios = options.scenarios();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + Options.USAGE);
            System.exit(2);
        }
        Workplace workplace = new Workplace(options.java(), options.heap());
        List<Variant> variants = variants(options, workplace);
        OverheadRun run = new OverheadRun(options, workplace, variants);
        String loadBefore = Machine.loadAverage();
        for (Scenario scenario : scenarios) {
            try {
                scenario.run(run);
            } catch (IOException e) {
                // what the other scenarios measured is not to be lost
                OverheadRun.say(scenario + " ended early: " + e.getMessage());
            }
        }
        List<String> names = variants.stream().map(Variant::name).toList();
        System.out.println(LocalDate.now(ZoneOffset.UTC) + ", " + Machine.describe(workplace.java()) + ", -Xmx"
                + options.heap()
                + ", load " + loadBefore + " before and " + Machine.loadAverage() + " after\n\n    overhead.sh "
                + String.join(" ", given) + "\n\nNo agent in its own unit; the others against no agent in the same"
                + " round: a ratio, or with a sign a difference. Median (quartiles).\n");
        System.out.print(new MarkdownTable(run.measurements(), names).render());
    }

    private static List<Variant> variants(Options options, Workplace workplace) throws IOException {
        Path agent = options.agent() != null
                ? options.agent()
                : workplace
                        .target()
                        .resolveSibling("..")
                        .resolve("dist/target/sse-agent.jar")
                        .normalize();
        List<Variant> variants = new ArrayList<>();
        for (Variant variant : new Variants(workplace.target().resolve("agents"), agent, workplace.scratch()).all()) {
            if (!options.wants(variant.name())) {
                continue;
            }
            if (variant.isAvailable()) {
                variants.add(variant);
            } else {
                OverheadRun.say("left out: " + variant.name() + ", there is no " + variant.agentJar());
            }
        }
        variants.addAll(options.also());
        return variants;
    }
}
