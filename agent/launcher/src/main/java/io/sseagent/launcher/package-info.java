/** The composition root: the only place that knows configuration, model, taps and exporters at once. */
package io.sseagent.launcher;
