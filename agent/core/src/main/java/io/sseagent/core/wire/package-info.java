/** What the kernel and the servers hold back for open streams: sampled on the agent's thread, never looked at by a write. */
package io.sseagent.core.wire;
