package io.sseagent.premain;

/** Lets JBoss Modules and OSGi frameworks see the bridge in the bootstrap loader; both hide it unless told. */
final class BootDelegation {
    private static final String BRIDGE_PACKAGE = "io.sseagent.bootstrap";
    private static final String JBOSS_PACKAGES = "jboss.modules.system.pkgs";
    private static final String OSGI_PACKAGES = "org.osgi.framework.bootdelegation";

    private BootDelegation() {}

    static void extend() {
        System.setProperty(JBOSS_PACKAGES, extended(System.getProperty(JBOSS_PACKAGES)));
        // Felix and Karaf let this property win over the list in their own files: one that was not there before would
        // take
        // packages away from the application, so without it a tap that cannot see the bridge stays off
        String osgi = System.getProperty(OSGI_PACKAGES);
        if (osgi != null) {
            System.setProperty(OSGI_PACKAGES, extended(osgi));
        }
    }

    /** The list (null allowed) with the bridge's package at its end: appended, for what is there must stay. */
    static String extended(String packages) {
        if (packages == null || packages.trim().isEmpty()) {
            return BRIDGE_PACKAGE;
        }
        for (String name : packages.split(",")) {
            if (name.trim().equals(BRIDGE_PACKAGE)) {
                return packages;
            }
        }
        return packages + "," + BRIDGE_PACKAGE;
    }
}
