/**
 * Reads an event stream as a browser would, from slices of the bytes that a server sends, and keeps none of the data.
 *
 * <p>The rules are those of WHATWG HTML, "Server-sent events". The law of this package: state is O(1) per stream, a fed
 * slice costs no allocation and is neither kept nor changed, and what is reported never depends on where the bytes were
 * cut.
 */
package io.sseagent.core.parser;
