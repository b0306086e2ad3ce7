/**
 * The demo, three programs: a server that knows nothing of the agent, its clients, and a table of what the agent says about
 * them. {@code test-apps/demo.sh} runs all three.
 */
package io.sseagent.testapps.demo;
