/** A library to instrument, loaded anew by each test and never by the application loader. */
package io.sseagent.tooling.library;
