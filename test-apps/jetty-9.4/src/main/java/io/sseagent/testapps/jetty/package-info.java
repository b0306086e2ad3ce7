/** An embedded Jetty of 9.4 to 11, HTTP/1.1 and clear-text HTTP/2, that serves a WAR application. It knows nothing of the agent. */
package io.sseagent.testapps.jetty;
