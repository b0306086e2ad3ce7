/**
 * What the JVM and the command line call: checks, the jar on the bootstrap search path, the agent's own class loader.
 *
 * <p>No dependency on anything, ever: these classes sit in the application's class loader. At start-up they touch neither
 * {@code java.util.logging} nor {@code java.nio.file}, JMX or sockets, because some servers refuse to start when an agent
 * wakes the log manager before they could install their own.
 */
package io.sseagent.premain;
