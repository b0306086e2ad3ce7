/**
 * The built jar under real servers: each server runs in a JVM of its own, on every JDK found, and must keep the contract of
 * {@link io.sseagent.instrumentation.testing.SseServerContract}.
 */
package io.sseagent.testapps.matrix;
