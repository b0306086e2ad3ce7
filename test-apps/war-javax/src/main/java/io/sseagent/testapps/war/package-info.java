/**
 * An ordinary servlet application that streams events, in as many ways as servlets have. It knows nothing of the agent.
 * War-jakarta is built from these sources: nothing here may need more than the servlet package renamed.
 */
package io.sseagent.testapps.war;
