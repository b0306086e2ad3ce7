/**
 * Weaves the advice of the instrumentation modules into the classes of the application, method bodies only. Knows Byte
 * Buddy and the bridge, and nothing of the model behind it.
 */
package io.sseagent.tooling;
