/** An ordinary application on Vert.x-Web that streams events. It knows nothing of the agent. */
package io.sseagent.testapps.vertx;
