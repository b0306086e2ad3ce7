/** Builds {@code sse-agent.jar}. Nothing of this package is in the jar. */
package io.sseagent.dist;
