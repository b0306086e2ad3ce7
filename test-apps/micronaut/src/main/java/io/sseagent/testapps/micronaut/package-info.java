/** An ordinary application on Micronaut that streams events. It knows nothing of the agent. */
package io.sseagent.testapps.micronaut;
