/**
 * The agent's own few lines on standard error. Needs nothing but {@code java.lang} and {@code java.io}: an agent that
 * wakes {@code java.util.logging} before the application does breaks servers that install a log manager of their own.
 */
package io.sseagent.core.log;
