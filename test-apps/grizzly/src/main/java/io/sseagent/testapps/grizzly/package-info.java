/** An ordinary application on Grizzly's own handlers that streams events. It knows nothing of the agent. */
package io.sseagent.testapps.grizzly;
