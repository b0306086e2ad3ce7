// The variables at the top of every dashboard, and the label matchers by which they select the series of a metric.
local grafana = import 'grafana.libsonnet';
local promql = import 'promql.libsonnet';

local instances = ['job=~"$job"', 'instance=~"$instance"'];
local routes = instances + ['http_route=~"$http_route"'];

// Metrics that tell subscriptions, which stay open, from answers (LLM, MCP), which end: mixed, either looks broken.
local moded = std.set([
  'sse_event_gap_seconds',
  'sse_events_total',
  'sse_first_event_seconds',
  'sse_stream_duration_seconds',
  'sse_stream_establish_seconds',
  'sse_stream_oldest_age_seconds',
  'sse_streams_active',
  'sse_streams_closed_total',
  'sse_streams_opened_total',
  'sse_streams_stalled',
]);

{
  // All matchers that the labels of this metric allow.
  of(metric)::
    if std.startsWith(metric, 'sse_agent_') then instances
    else if std.setMember(metric, moded) then routes + ['mode=~"$mode"']
    else routes,

  variables:: [
    grafana.datasourceVariable(),
    grafana.labelVariable('job', 'sse_agent_build_info', 'Job', 'Scrape jobs with an agent'),
    grafana.labelVariable(
      'instance', promql.selector('sse_agent_build_info', ['job=~"$job"']), 'Instance', 'JVMs with an agent'
    ),
    grafana.labelVariable(
      'http_route', promql.selector('sse_streams_opened_total', instances), 'Route', 'Route templates that served an event stream'
    ),
    grafana.labelVariable(
      'mode',
      promql.selector('sse_streams_opened_total', routes),
      'Mode',
      'subscription: stays open (GET); answer: finite (POST). Metrics without this label are not narrowed by it.'
    ),
  ],
}
