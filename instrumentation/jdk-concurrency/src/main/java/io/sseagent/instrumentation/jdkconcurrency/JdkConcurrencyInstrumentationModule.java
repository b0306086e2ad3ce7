package io.sseagent.instrumentation.jdkconcurrency;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;

/** What the JDK lets a request start and leave behind: threads, tasks that are scheduled, executors. Woven only once a stream has opened. */
public final class JdkConcurrencyInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "jdk-concurrency";
    }

    @Override
    public boolean awaitsFirstStream() {
        return true;
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Arrays.<TypeInstrumentation>asList(
                new ThreadInstrumentation(),
                new VirtualThreadInstrumentation(),
                new ThreadPoolInstrumentation(),
                new PoolWorkerInstrumentation(),
                new SchedulerInstrumentation(),
                new ForkJoinPoolInstrumentation(),
                new ThreadPerTaskInstrumentation(),
                new TimerInstrumentation(),
                new TimerTaskInstrumentation());
    }
}
