package io.sseagent.testapps.matrix;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What JMX tells of a running JVM, reached as {@code jconsole} reaches it. For one thread. */
final class ManagedJvm implements AutoCloseable {
    private static final String PLATFORM = "java.lang:type=";

    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    private ManagedJvm(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.beans = connector.getMBeanServerConnection();
    }

    @SuppressWarnings("BanJNDI") // the address is that of a process of our own
    static ManagedJvm of(ForkedJvm jvm) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(jvm.pid()));
            try {
                String address = machine.startLocalManagementAgent();
                return new ManagedJvm(JMXConnectorFactory.connect(new JMXServiceURL(address)));
            } finally {
                machine.detach();
            }
        } catch (IOException | AttachNotSupportedException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    /** Calls an operation whose parameters are all of their arguments' own types. */
    Object invoke(String bean, String operation, Object... arguments) {
        String[] signature = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            signature[i] = arguments[i].getClass().getName();
        }
        try {
            return beans.invoke(new ObjectName(bean), operation, arguments, signature);
        } catch (JMException failed) {
            throw new IllegalStateException(bean + "." + operation, failed);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Object attribute(String bean, String name) {
        try {
            return beans.getAttribute(new ObjectName(bean), name);
        } catch (JMException failed) {
            throw new IllegalStateException(bean + "." + name, failed);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Sets one. */
    void attribute(String bean, String name, Object value) {
        try {
            beans.setAttribute(new ObjectName(bean), new Attribute(name, value));
        } catch (JMException failed) {
            throw new IllegalStateException(bean + "." + name, failed);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Live instances of the class, after a full collection. */
    long instances(String className) {
        Object histogram =
                invoke("com.sun.management:type=DiagnosticCommand", "gcClassHistogram", (Object) new String[0]);
        Matcher line = Pattern.compile("(?m)^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+" + Pattern.quote(className) + "( \\(.*)?$")
                .matcher((String) histogram);
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }

    /** Used heap, after a full collection. */
    long heapBytes() {
        invoke(PLATFORM + "Memory", "gc");
        return used("HeapMemoryUsage");
    }

    /** Metaspace, code and the like. */
    long otherBytes() {
        return used("NonHeapMemoryUsage");
    }

    private long used(String kind) {
        return (Long) ((CompositeData) attribute(PLATFORM + "Memory", kind)).get("used");
    }

    String systemProperty(String name) {
        TabularData properties = (TabularData) attribute(PLATFORM + "Runtime", "SystemProperties");
        return (String) properties.get(new Object[] {name}).get("value");
    }

    int threads() {
        return (Integer) attribute(PLATFORM + "Threading", "ThreadCount");
    }

    /** Files and sockets. */
    long openFiles() {
        return (Long) attribute(PLATFORM + "OperatingSystem", "OpenFileDescriptorCount");
    }

    long cpuNanos() {
        return (Long) attribute(PLATFORM + "OperatingSystem", "ProcessCpuTime");
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
