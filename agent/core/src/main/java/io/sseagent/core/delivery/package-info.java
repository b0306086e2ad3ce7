/**
 * How late events are by what they say themselves, what failed, and how far streams are behind: read from data and ids of events, and
 * only if it is configured. The law of this package: nothing of it is loaded otherwise, and no method throws into a write.
 */
package io.sseagent.core.delivery;
