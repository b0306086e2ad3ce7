/** An ordinary application on Armeria that streams events. It knows nothing of the agent. */
package io.sseagent.testapps.armeria;
