/** An ordinary application on the JDK's own HTTP server that streams events. It knows nothing of the agent. */
package io.sseagent.testapps.jdkhttpserver;
