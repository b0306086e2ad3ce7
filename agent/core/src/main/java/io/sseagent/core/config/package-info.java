/**
 * The agent's settings: one table of keys ({@code ConfigKeys}), five sources, one immutable {@code AgentConfig}. Runs
 * inside {@code premain}, hence {@code java.io} instead of {@code java.nio.file}, no logging and no sockets; a bad
 * setting becomes a line in {@code AgentConfig.problems()} and never an exception.
 */
package io.sseagent.core.config;
