/**
 * The model of open and past streams: written once by the taps, read by every exporter. A stream counts in cells of its
 * own; its endpoint keeps what closed streams left; a reading sums both, so that no total ever steps back.
 */
package io.sseagent.core.stream;
