/** An ordinary application on Quarkus REST that streams events. It knows nothing of the agent. */
package io.sseagent.testapps.quarkus;
