/** An ordinary application on Ktor that streams events, in Java, so that nothing but the libraries is needed. It knows nothing of the agent. */
package io.sseagent.testapps.ktor;
