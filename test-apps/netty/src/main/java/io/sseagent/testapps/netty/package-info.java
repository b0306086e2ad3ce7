/** An ordinary application on Netty that streams events. It knows nothing of the agent. */
package io.sseagent.testapps.netty;
