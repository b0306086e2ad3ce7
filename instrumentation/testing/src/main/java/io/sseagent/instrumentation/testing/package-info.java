/** What the tests of every instrumentation module share; never part of the agent. */
package io.sseagent.instrumentation.testing;
