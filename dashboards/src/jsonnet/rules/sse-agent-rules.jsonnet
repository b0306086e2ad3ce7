// Recording rules and alerts. Alerts name the mode they are about: a subscription that stays open and an answer that ends
// (LLM, MCP) are healthy in opposite ways, so that no alert covers both with one threshold.
local promql = import '../lib/promql.libsonnet';

local window = '5m';
local route = ['job', 'http_route'];
local instance_route = ['job', 'instance', 'http_route'];

local record(name, expr) = { record: name, expr: expr };

local alert(name, severity, wait, expr, summary, description) = {
  alert: name,
  expr: expr,
  'for': wait,
  labels: { severity: severity },
  annotations: { summary: summary, description: description },
};

// The part of a counter's growth with these labels, where it is above a limit and made of enough cases to speak of a share.
local shareAbove(metric, among, part, over, limit, atLeast) = |||
  %(part)s
    / %(all)s > %(limit)g
  and
  %(part)s >= %(least)g
||| % {
  part: promql.increase(metric, among + part, over, route),
  all: promql.increase(metric, among, over, route),
  limit: limit,
  least: atLeast,
};

local subscription = ['mode="subscription"'];
local answer = ['mode="answer"'];
local by_error = ['reason=~"app_error|write_failed"'];

local recordings = [
  record('job_route_mode:sse_streams_active:sum', promql.aggregate('sum', 'sse_streams_active', [], route + ['mode'])),
  record('job_route_mode:sse_events:rate5m', promql.rate('sse_events_total', [], window, route + ['mode'])),
  record(
    'job_route_mode_kind:sse_event_gap_seconds:p99_5m',
    promql.quantile(0.99, 'sse_event_gap_seconds', [], window, route + ['mode', 'kind'])
  ),
  record(
    'job_route_mode:sse_first_event_seconds:p99_5m',
    promql.quantile(0.99, 'sse_first_event_seconds', [], window, route + ['mode'])
  ),
  record('job_route_mode_reason:sse_streams_closed:share5m', |||
    %s
    / ignoring (reason) group_left ()
    (%s > 0)
  ||| % [
    promql.rate('sse_streams_closed_total', [], window, route + ['mode', 'reason']),
    promql.rate('sse_streams_closed_total', [], window, route + ['mode']),
  ]),
];

local subscriptions = [
  // Half of the streams, not one: a producer that stalls is silent for everybody, a quiet client is not an incident. A
  // route that has sent no event for six hours is quiet by nature.
  alert(
    'SseDataStalledBehindHeartbeats', 'warning', '5m',
    |||
      (
        %(data)s
        - %(byte)s
      )
        / (%(active)s > 0) > 0.5
      and
      %(events)s > 0
    ||| % {
      data: promql.aggregate('sum', 'sse_streams_stalled', ['kind="data"'] + subscription, instance_route),
      byte: promql.aggregate('sum', 'sse_streams_stalled', ['kind="byte"'] + subscription, instance_route),
      active: promql.aggregate('sum', 'sse_streams_active', subscription, instance_route),
      events: promql.increase('sse_events_total', subscription, '6h', instance_route),
    },
    'No events on {{ $labels.http_route }} while heartbeats keep its streams open',
    |||
      {{ $value | humanizePercentage }} of the streams of {{ $labels.http_route }} on {{ $labels.instance }} receive heartbeats but no event.
      Connections look healthy to proxies and clients, the producer does not deliver. Check what feeds this route: its
      subscription to the broker, its scheduler, a blocked thread.
    |||,
  ),
  // By Little's law, open streams = opening rate x mean life: a mean life below 30 s is no subscription.
  // A deploy, where each client reconnects once, stays far below.
  alert(
    'SseSubscriptionOpenStorm', 'warning', '5m',
    |||
      %(opens)s > 1
      unless
      sum by (job, http_route) (avg_over_time(sse_streams_active{mode="subscription"}[5m]))
        >= %(opens)s * 30
    ||| % { opens: promql.rate('sse_streams_opened_total', subscription, window, route) },
    'Clients reconnect in a loop on {{ $labels.http_route }}',
    |||
      {{ $value | printf "%.1f" }} subscriptions per second are opened on {{ $labels.http_route }} and live less than 30 s on average.
      See "Closes by reason" and "Silence before the end" on the overview: a proxy that cuts idle streams, a handler that
      returns at once, an exception on open. Answering 204 stops browsers; a `retry:` field slows them down.
    |||,
  ),
  // A client that leaves is client_closed, however it was noticed: these two reasons are faults of this side.
  alert(
    'SseSubscriptionsCloseAbnormally', 'warning', '10m',
    shareAbove('sse_streams_closed_total', subscription, by_error, '15m', 0.1, 5),
    'Subscriptions on {{ $labels.http_route }} end by errors',
    |||
      {{ $value | humanizePercentage }} of the streams that ended on {{ $labels.http_route }} in 15 minutes ended by an application
      exception or a failed write (limit 10 %). app_error: read the application log. write_failed: writes time out;
      a reader is too slow or a proxy stopped reading, see "Time in write and flush".
    |||,
  ),
];

local answers = [
  alert(
    'SseAnswersTruncated', 'critical', '5m',
    shareAbove('sse_streams_closed_total', answer, ['reason="truncated"'], '15m', 0.01, 3),
    'Answers on {{ $labels.http_route }} are cut off',
    |||
      {{ $value | humanizePercentage }} of the answers of {{ $labels.http_route }} ended in the middle of an event in 15 minutes (limit 1 %).
      With status 200 they look like success to the client. Check the upstream (model server, tool) for time-outs, and the
      application for an exception after the first byte.
    |||,
  ),
  alert(
    'SseAnswersCloseAbnormally', 'warning', '10m',
    shareAbove('sse_streams_closed_total', answer, by_error, '15m', 0.05, 5),
    'Answers on {{ $labels.http_route }} end by errors',
    |||
      {{ $value | humanizePercentage }} of the answers that ended on {{ $labels.http_route }} in 15 minutes ended by an application
      exception or a failed write (limit 5 %). app_error: read the application log and the log of the
      upstream (model server, tool). write_failed: callers stopped reading, see "Time in write and flush".
    |||,
  ),
];

// A request that never became a stream has no mode yet.
local requests = [
  alert(
    'SseRequestsNotOpening', 'critical', '5m',
    shareAbove('sse_stream_requests_total', [], ['outcome=~"not_event_stream|client_error|server_error"'], '10m', 0.05, 5),
    'Requests for {{ $labels.http_route }} do not get an event stream',
    |||
      {{ $value | humanizePercentage }} of the requests that asked {{ $labels.http_route }} for an event stream in 10 minutes got something
      else (limit 5 %). Browsers never retry after such an answer. server_error: read the log; client_error: expired
      sessions or rights; not_event_stream: a login page, an error page or a cache that answers with status 200.
    |||,
  ),
];

local agent = [
  alert(
    'SseTapUnmatched', 'warning', '15m',
    'max by (job, instance, tap, library_version, status) (sse_agent_tap_info{status=~"unmatched|unsupported_loader|degraded|failed"}) > 0',
    'Streams of {{ $labels.tap }} are not counted, or not in full',
    |||
      {{ $labels.instance }} runs {{ $labels.tap }} {{ $labels.library_version }}, whose tap is {{ $labels.status }}. unmatched, unsupported_loader: the agent
      could not observe it; its metrics are absent, which does not mean zero. degraded, failed: some or all of its hooks failed too often and were switched off;
      what they told is missing, and sse_agent_errors_total and stderr name them. Report it with the library version; until then do not
      rely on alerts for this instance.
    |||,
  ),
  // Only instances that had an agent within the day: a target that is down for good leaves service discovery.
  alert(
    'SseAgentDown', 'critical', '5m',
    |||
      up == 0
      and on (job, instance)
      count_over_time(sse_agent_build_info[1d]) > 0
    |||,
    'The agent on {{ $labels.instance }} does not answer',
    |||
      Prometheus cannot scrape {{ $labels.instance }}, where an agent answered within the last day. If the application is alive, see its
      stderr for a line of the agent: port in use, start failed. If it is not, this is the application's outage.
    |||,
  ),
  alert(
    'SseAgentDegraded', 'warning', '15m',
    'max by (job, instance) (sse_agent_up{state="degraded"}) > 0',
    'The agent on {{ $labels.instance }} runs in part',
    |||
      A part of the agent on {{ $labels.instance }} could not start, the rest works. The application is not affected. The start-up lines
      on stderr name the part and the reason.
    |||,
  ),
  // A component that was not expected appears with its first failure, as a series that starts at 1: increase() alone would never see that one.
  alert(
    'SseAgentErrors', 'warning', '0m',
    |||
      %(growth)s > 0
      or
      %(by)s (last_over_time(sse_agent_errors_total[5m])) > 0
      unless
      %(by)s (last_over_time(sse_agent_errors_total[5m] offset 15m))
    ||| % {
      by: 'sum by (job, instance, component)',
      growth: promql.increase('sse_agent_errors_total', [], '15m', ['job', 'instance', 'component']),
    },
    'The agent on {{ $labels.instance }} failed in {{ $labels.component }}',
    |||
      {{ $value | humanize }} failures inside the agent in 15 minutes. The application is not affected, but metrics of {{ $labels.component }} may
      be incomplete. The first failure is on stderr with its stack trace: report it.
    |||,
  ),
  // Every cause starts at 0 with the agent, so that increase() sees the first trip.
  alert(
    'SseAgentBreakerTripped', 'warning', '0m',
    promql.increase('sse_agent_breaker_trips_total', [], '15m', ['job', 'instance', 'cause']) + ' > 0',
    'The agent on {{ $labels.instance }} stepped aside: {{ $labels.cause }}',
    |||
      The circuit breaker of the agent on {{ $labels.instance }} tripped in the last 15 minutes, so its metrics have a gap. heap: the old
      generation stays full after collections, which is the application's trouble. cpu or scrape: the agent costs too much
      here; look at open streams, routes and the scrape interval. It tries again by itself.
    |||,
  ),
  // A scraper with an old password fails at every scrape, five times in five minutes; a slip of the hand does not.
  alert(
    'SseAgentRequestsDenied', 'warning', '10m',
    promql.increase('sse_agent_requests_denied_total', [], '10m', ['job', 'instance', 'cause']) + ' > 10',
    'Requests to the agent on {{ $labels.instance }} are refused: {{ $labels.cause }}',
    |||
      {{ $value | humanize }} requests to the agent on {{ $labels.instance }} were refused in 10 minutes. unauthenticated: a scraper without
      credentials or with old ones, or a scanner. throttled: somebody guesses passwords. forbidden: another host asks for more
      than the metrics.
    |||,
  ),
];

{
  groups: [
    { name: 'sse-agent-recordings', rules: recordings },
    { name: 'sse-agent-subscriptions', rules: subscriptions },
    { name: 'sse-agent-answers', rules: answers },
    { name: 'sse-agent-requests', rules: requests },
    { name: 'sse-agent-self', rules: agent },
  ],
}
