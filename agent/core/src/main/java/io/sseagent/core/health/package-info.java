/** What the agent says about itself: state, failures, overflows, cost. Thread-safe and bounded. */
package io.sseagent.core.health;
