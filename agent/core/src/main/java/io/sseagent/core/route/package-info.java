/** From a path to a bounded route label. Depends on nothing but the agent's health counters. */
package io.sseagent.core.route;
