/** An embedded Jetty 12, HTTP/1.1 and clear-text HTTP/2, with core handlers or a WAR application. It knows nothing of the agent. */
package io.sseagent.testapps.jetty.core;
