package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.util.EnumSet;
import java.util.Set;

/** GlassFish or Payara: a servlet container over a Grizzly of its own. */
interface OverGrizzly extends Distribution {
    /** Its version. */
    String grizzly();

    @Override
    default String tap() {
        return "grizzly";
    }

    @Override
    default String libraryVersion(Jdk jdk) {
        return grizzly();
    }

    @Override
    default Set<Capability> capabilities() {
        return EnumSet.of(Capability.NON_BLOCKING, Capability.ENDS_TIMED_OUT_RESPONSE);
    }
}
