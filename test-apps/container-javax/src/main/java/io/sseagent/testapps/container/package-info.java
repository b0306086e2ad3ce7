/** A servlet container as small as one can be, whose classes nobody knows by name. It knows nothing of the agent. */
package io.sseagent.testapps.container;
