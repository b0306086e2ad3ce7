/** An ordinary application on Undertow that streams events from its own handlers, or from a WAR. It knows nothing of the agent. */
package io.sseagent.testapps.undertow;
