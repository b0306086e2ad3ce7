/**
 * A second java agent, for tests alone, that makes parts of the first one throw: put into jars by the tests, loaded in the JVM of
 * a server. Nothing of it is in what users get.
 */
package io.sseagent.testapps.matrix.faults;
