/** Event streams from Javalin, whichever version is on the class path. It knows nothing of the agent. */
package io.sseagent.testapps.javalin;
