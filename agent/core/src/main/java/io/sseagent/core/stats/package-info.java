/**
 * Histograms recorded once and read as classic and native buckets. Writers are single-threaded or hold their owner's lock;
 * readers never stop them. Depends on nothing.
 */
package io.sseagent.core.stats;
