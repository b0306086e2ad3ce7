/** Checks of the rendered dashboards and rules: against their sources, the metric catalogue, promtool and a real Prometheus. */
package io.sseagent.dashboards;
