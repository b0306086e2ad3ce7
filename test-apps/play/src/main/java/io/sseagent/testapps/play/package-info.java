/** An ordinary application on Play's Netty server that streams events. It knows nothing of the agent. */
package io.sseagent.testapps.play;
