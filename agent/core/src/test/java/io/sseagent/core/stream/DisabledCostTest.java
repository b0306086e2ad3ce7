package io.sseagent.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Field;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.AccessWatchpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.event.MethodExitEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.MethodEntryRequest;
import com.sun.jdi.request.MethodExitRequest;
import com.sun.jdi.request.StepRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The price of a write in instructions and field reads, counted by a debugger: it does not depend on the machine. */
@Timeout(120)
class DisabledCostTest {
    private static final String TARGET = SteppedWrites.class.getName();

    private final List<Field> read = new ArrayList<>();
    private int instructions;
    private int locks;

    @Test
    void aWriteToADisabledAgentReadsOneVolatileFieldAndReturns() throws Exception {
        step("disabledWrite");

        assertThat(read).filteredOn(Field::isVolatile).extracting(Field::name).containsExactly("epoch");
        assertThat(read).hasSizeLessThanOrEqualTo(4);
        assertThat(locks).isZero();
        assertThat(instructions).isLessThanOrEqualTo(60);
    }

    @Test
    void theSameInstrumentSeesWhatAnEnabledWriteDoes() throws Exception {
        step("enabledWrite");

        assertThat(read).filteredOn(Field::isVolatile).hasSizeGreaterThan(1);
        assertThat(instructions).isGreaterThan(300);
    }

    private void step(String method) throws Exception {
        VirtualMachine machine = launch();
        try {
            MethodEntryRequest entry = machine.eventRequestManager().createMethodEntryRequest();
            entry.addClassFilter(TARGET);
            entry.enable();
            MethodExitRequest exit = machine.eventRequestManager().createMethodExitRequest();
            exit.addClassFilter(TARGET);
            exit.enable();
            boolean running = true;
            while (running) {
                EventSet events = machine.eventQueue().remove();
                for (Event event : events) {
                    running &= handle(machine, event, method);
                }
                if (running) {
                    events.resume();
                }
            }
        } finally {
            machine.process().destroyForcibly();
        }
    }

    /** False at the end. */
    private boolean handle(VirtualMachine machine, Event event, String method) {
        if (event instanceof MethodEntryEvent entry && entry.method().name().equals(method)) {
            machine.eventRequestManager()
                    .createStepRequest(entry.thread(), StepRequest.STEP_MIN, StepRequest.STEP_INTO)
                    .enable();
            watchFields(machine);
        } else if (event instanceof StepEvent step) {
            instructions++;
            locks += ownedMonitors(step);
        } else if (event instanceof AccessWatchpointEvent access) {
            read.add(access.field());
        } else if (event instanceof MethodExitEvent exit) {
            return !exit.method().name().equals(method);
        }
        return !(event instanceof VMDeathEvent || event instanceof VMDisconnectEvent);
    }

    private static int ownedMonitors(StepEvent step) {
        try {
            return step.thread().ownedMonitors().size();
        } catch (IncompatibleThreadStateException e) {
            throw new AssertionError("a thread that stepped is suspended", e);
        }
    }

    private static void watchFields(VirtualMachine machine) {
        for (ReferenceType type : machine.allClasses()) {
            if (type.name().startsWith("io.sseagent.") && !type.name().equals(TARGET)) {
                for (Field field : type.fields()) {
                    EventRequest watch = machine.eventRequestManager().createAccessWatchpointRequest(field);
                    watch.setSuspendPolicy(EventRequest.SUSPEND_ALL);
                    watch.enable();
                }
            }
        }
    }

    private static VirtualMachine launch() throws Exception {
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("main").setValue(TARGET);
        arguments.get("options").setValue("-cp \"" + System.getProperty("java.class.path") + "\"");
        return connector.launch(arguments);
    }
}
