/** What the JVM tells of its garbage collections, as far as they stop it. */
package io.sseagent.core.gc;
