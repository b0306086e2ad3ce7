package io.sseagent.premain;

/** Lets JBoss Modules and OSGi frameworks see the bridge in the bootstrap loader; both hide it unless told. */
final class BootDelegation {
    private static final String BRIDGE_PACKAGE = "io.sseagent.bootstrap";

    private BootDelegation() {}

    static void extend() {
        extend("jboss.modules.system.pkgs");
        extend("org.osgi.framework.bootdelegation");
    }

    private static void extend(String property) {
        System.setProperty(property, extended(System.getProperty(property)));
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
