// The first page an operator opens. It answers, from top to bottom: who is connected, are events arriving, why do streams
// end, what goes wrong, and is the agent itself well.
local grafana = import '../lib/grafana.libsonnet';
local promql = import '../lib/promql.libsonnet';
local selection = import '../lib/selection.libsonnet';

local window = '$__rate_interval';

local rate(metric, labels=[], only=[]) = promql.rate(metric, selection.of(metric) + only, window, labels);
local quantile(q, family, labels=[]) = promql.quantile(q, family, selection.of(family), window, labels);
local sum(metric, labels=[], only=[]) = promql.aggregate('sum', metric, selection.of(metric) + only, labels);
local max(metric, labels=[]) = promql.aggregate('max', metric, selection.of(metric), labels);
// The value of a counter, not its growth: rare things that should stay visible.
local sinceStart(metric, label) =
  'sum by (%s) (last_over_time(%s[%s]))' % [label, promql.selector(metric, selection.of(metric)), window];
local target = grafana.target;

local glance = grafana.row('At a glance', [
  grafana.stat(
    'Open streams',
    'Event streams open now. Zero on a service that pushes events means that nobody listens: look at "Requests by outcome".',
    'short',
    [target(sum('sse_streams_active', ['mode']), '{{mode}}')],
  ),
  grafana.stat(
    'Events per second',
    'Events that a browser would have dispatched, heartbeats not counted. A drop to zero while streams stay open is a stalled producer.',
    'ops',
    [target(rate('sse_events_total'), 'events')],
  ),
  grafana.stat(
    'First event, p99',
    'From the request to the first event written: what a person or an LLM client waits for. HTTP latency metrics cannot show it, they end when the stream ends.',
    's',
    [target(quantile(0.99, 'sse_first_event_seconds', ['mode']), '{{mode}}')],
  ),
  grafana.stat(
    'Streams without data',
    'Open streams that have sent no event for longer than the stall threshold, heartbeats or not. Normal on quiet routes; otherwise look at the producer behind the route.',
    'short',
    [target(sum('sse_streams_stalled', ['mode'], only=['kind="data"']), '{{mode}}')],
  ),
  grafana.stat(
    'Abnormal closes',
    'Share of streams that ended by an application exception, a failed write or in the middle of an event. Which of them: "Closes by reason".',
    'percentunit',
    [target(
      '%s / (%s > 0)' % [
        rate('sse_streams_closed_total', only=['reason=~"app_error|write_failed|truncated"']),
        rate('sse_streams_closed_total'),
      ],
      'abnormal',
    )],
    warning=0.01, critical=0.05,
  ),
  grafana.stat(
    'Requests refused',
    'Share of requests for an event stream that did not get one. A browser never retries after such an answer: those users are lost until they reload.',
    'percentunit',
    [target(
      '%s / (%s > 0)' % [
        rate('sse_stream_requests_total', only=['outcome=~"not_event_stream|client_error|server_error"']),
        rate('sse_stream_requests_total'),
      ],
      'refused',
    )],
    warning=0.01, critical=0.05,
  ),
]);

local connected = grafana.row('Who is connected', [
  grafana.timeseries(
    'Open streams by route',
    'Streams open now, by route and mode. A subscription curve that only ever climbs is a leak: compare with the next panel.',
    'short',
    [target(sum('sse_streams_active', ['http_route', 'mode']), '{{http_route}} {{mode}}')],
    w=6,
  ) + grafana.stacked,
  grafana.timeseries(
    'Opened and closed',
    'Streams opened per second, fresh, resumed with a Last-Event-ID or found open when the agent was attached, against streams closed. Opened above closed for hours: emitters are not released. Both high at once: clients reconnect in a loop.',
    'ops',
    [
      target(rate('sse_streams_opened_total', ['kind']), 'opened {{kind}}'),
      target(rate('sse_streams_closed_total'), 'closed'),
    ],
    w=6,
  ),
  grafana.timeseries(
    'Oldest open stream',
    'Age of the oldest stream of each route and mode. Older than any client can be: its end was never noticed. Capped at a round number: a proxy or a timeout cuts it.',
    's',
    [target(max('sse_stream_oldest_age_seconds', ['http_route', 'mode']), '{{http_route}} {{mode}}')],
    w=6,
  ),
  grafana.timeseries(
    'Requests by outcome',
    'What requests that asked for an event stream got. no_content tells a browser to stop on purpose; not_event_stream is often a login page or an error page with status 200; errors end the connection for good.',
    'ops',
    [target(rate('sse_stream_requests_total', ['outcome']), '{{outcome}}')],
    w=6,
  ) + grafana.stacked + grafana.coloured({ opened: 'green', server_error: 'red', client_error: 'orange', not_event_stream: 'yellow' }),
]);

local arriving = grafana.row('Are events arriving', [
  grafana.timeseries(
    'Events per second by route',
    'Events dispatched per second. A route that falls to zero while its streams stay open has lost its producer.',
    'ops',
    [target(rate('sse_events_total', ['http_route', 'mode']), '{{http_route}} {{mode}}')],
  ) + grafana.stacked,
  grafana.timeseries(
    'Heartbeats and peak rate',
    'Comment lines per second (keep-alives) and the busiest second of the last minute. Heartbeats without events keep proxies and dashboards quiet while nothing is delivered.',
    'ops',
    [
      target(rate('sse_comments_total'), 'heartbeats'),
      target(max('sse_events_peak_per_second'), 'peak events'),
    ],
  ),
  grafana.timeseries(
    'Bytes sent',
    'Bytes of event streams before compression, per second. Climbing without more events: payloads have grown, and slow clients will fall behind first.',
    'Bps',
    [target(rate('sse_sent_bytes_total', ['http_route']), '{{http_route}}')],
  ) + grafana.stacked,
  grafana.timeseries(
    'Time to first event',
    'From the request to the first event written, by mode. For answers this is the time to the first token: slow means model or queue. For subscriptions it may be long without being wrong.',
    's',
    [
      target(quantile(0.5, 'sse_first_event_seconds', ['mode']), 'p50 {{mode}}'),
      target(quantile(0.99, 'sse_first_event_seconds', ['mode']), 'p99 {{mode}}'),
    ],
    w=6,
  ) + grafana.logarithmic,
  grafana.timeseries(
    'Time to establish',
    'From the request to the committed response headers. Slow here: authentication, thread pool or accept queue, not the producer of events.',
    's',
    [
      target(quantile(0.5, 'sse_stream_establish_seconds', ['mode']), 'p50 {{mode}}'),
      target(quantile(0.99, 'sse_stream_establish_seconds', ['mode']), 'p99 {{mode}}'),
    ],
    w=6,
  ) + grafana.logarithmic,
  grafana.timeseries(
    'Silence between events, p99',
    'Gap between events (data) and between any bytes (byte). A data gap far above the byte gap means that heartbeats hide a stall. A byte gap near 30, 60 or 100 s is about to be cut by a proxy: send heartbeats more often.',
    's',
    [target(quantile(0.99, 'sse_event_gap_seconds', ['mode', 'kind']), '{{mode}} {{kind}}')],
    w=6,
  ) + grafana.logarithmic,
  grafana.timeseries(
    'Silent streams',
    'Open streams silent beyond the stall threshold: no event (data), nothing at all (byte). Only data: the producer is stuck while heartbeats flow. Both: the application has forgotten these streams.',
    'short',
    [target(sum('sse_streams_stalled', ['mode', 'kind']), '{{mode}} {{kind}}')],
    w=6,
  ),
]);

local ending = grafana.row('Why do streams end', [
  grafana.timeseries(
    'Closes by reason',
    'Who ended the stream first, by evidence. client_closed and complete are normal. write_failed: a write timed out or failed though the client had not left. async_timeout and idle_timeout: raise the timeout or send heartbeats. app_error: read the log. unknown above 1 % is a fault of the agent: report it.',
    'ops',
    [target(rate('sse_streams_closed_total', ['reason']), '{{reason}}')],
  ) + grafana.stacked + grafana.coloured({
    complete: 'green',
    client_closed: 'blue',
    shutdown: 'purple',
    async_timeout: 'yellow',
    idle_timeout: 'super-light-yellow',
    write_failed: 'orange',
    app_error: 'red',
    truncated: 'dark-red',
    unknown: 'text',
  }),
  grafana.timeseries(
    'Silence before the end',
    'How long a stream had been silent when it ended, by who ended it. Values that cluster at 30, 60, 100 or 300 s name a proxy with that idle timeout: send heartbeats at half of it.',
    's',
    [
      target(quantile(0.5, 'sse_idle_at_close_seconds', ['closed_by']), 'p50 {{closed_by}}'),
      target(quantile(0.99, 'sse_idle_at_close_seconds', ['closed_by']), 'p99 {{closed_by}}'),
    ],
  ) + grafana.logarithmic,
  grafana.timeseries(
    'Stream duration, median by reason',
    'How long streams lived, by the reason of their end. A flat line at a round number is a limit somewhere: async timeout, proxy, load balancer.',
    's',
    [target(quantile(0.5, 'sse_stream_duration_seconds', ['reason']), '{{reason}}')],
  ) + grafana.logarithmic,
  grafana.timeseries(
    'Reconnects by outcome',
    'Clients that came back after their stream had ended: in time (success), too late (timeout) or refused (failed). Browsers try again after 3 to 5 s for ever, so that a steady high rate is a loop, not a recovery.',
    'ops',
    [target(rate('sse_reconnects_total', ['outcome']), '{{outcome}}')],
    w=12,
  ) + grafana.stacked,
  grafana.timeseries(
    'Time to reconnect',
    'From the end of the old stream to the start of the new one. Events published in this time are lost unless the application replays from Last-Event-ID.',
    's',
    [
      target(quantile(0.5, 'sse_reconnect_seconds', ['outcome']), 'p50 {{outcome}}'),
      target(quantile(0.99, 'sse_reconnect_seconds', ['outcome']), 'p99 {{outcome}}'),
    ],
    w=12,
  ) + grafana.logarithmic,
]);

local failing = grafana.row('What goes wrong', [
  grafana.timeseries(
    'Blocks never dispatched',
    'Blocks that a browser throws away. no_data: fields without a data line, often a format error of the application. truncated: the stream ended before the blank line that completes an event, the client never saw it.',
    'ops',
    [target(rate('sse_blocks_undispatched_total', ['reason']), '{{reason}}')],
  ),
  grafana.timeseries(
    'Sends after the end',
    'Writes to a stream that had already ended. The application still holds the emitter: remove it from its list when it completes, times out or fails.',
    'ops',
    [target(rate('sse_sends_after_close_total', ['http_route']), '{{http_route}}')],
  ),
  grafana.timeseries(
    'Time in write and flush, p99',
    'Time an application thread spends in one write. Tens of milliseconds: a slow reader has filled its buffers and blocks the thread that serves the others too. Send to each client from a queue of its own, and drop clients that do not keep up.',
    's',
    [target(quantile(0.99, 'sse_write_seconds', ['outcome']), '{{outcome}}')],
  ) + grafana.logarithmic,
]);

local agent = grafana.row('The agent itself', [
  grafana.table(
    'Taps',
    'The server libraries that the agent met. matched: its streams are counted. degraded or failed: some or all of its hooks failed too often and were switched off; what they told is missing, and the failures below name them. unmatched or unsupported_loader: it runs here and its streams are NOT counted. Report these with the library version.',
    [grafana.rowsOf(
      'max by (job, instance, tap, library_version, status) (%s) > 0' % promql.selector('sse_agent_tap_info', selection.of('sse_agent_tap_info'))
    )],
    [
      ['job', 'Job'],
      ['instance', 'Instance'],
      ['tap', 'Tap'],
      ['library_version', 'Library version'],
      ['status', 'Status'],
    ],
    w=16, h=7,
  ),
  grafana.timeseries(
    'Agents by state',
    'Agents in each state. degraded: a part could not start, see its start-up lines on stderr. Fewer agents than instances: some JVMs run without it, and nothing here includes them.',
    'short',
    [target(sum('sse_agent_up', ['state']), '{{state}}')],
    h=7,
  ) + grafana.stacked + grafana.coloured({ running: 'green', starting: 'blue', degraded: 'red', disabled: 'text' }),
  grafana.timeseries(
    'Failures inside the agent since it started',
    'Failures that the agent caught in itself, by component. The application is not affected, the metrics of that component may be. Above zero: see the line on stderr and report it.',
    'short',
    [target(sinceStart('sse_agent_errors_total', 'component'), '{{component}}')],
    w=6,
  ),
  grafana.timeseries(
    'Label values over the cap',
    'Values folded into _other_ because a label had reached its cap, per second. On http_route: paths with identifiers that are not collapsed; configure route templates or raise the cap.',
    'ops',
    [target(rate('sse_agent_label_overflow_total', ['label']), '{{label}}')],
    w=6,
  ),
  grafana.timeseries(
    'Scrape duration',
    'Time the agent needs to answer a scrape. Grows with the number of open streams and routes; near the scrape timeout of Prometheus, gaps appear on every panel.',
    's',
    [target(max('sse_agent_scrape_duration_seconds', ['instance']), '{{instance}}')],
    w=6,
  ),
  grafana.timeseries(
    'Cost of the agent',
    'Seconds per second of processor time that the agent spends, sampled, by stage. 0.01 is one per cent of one core.',
    'percentunit',
    [target(rate('sse_agent_overhead_seconds_total', ['stage']), '{{stage}}')],
    w=6,
  ),
  grafana.timeseries(
    'Breaker trips since it started',
    'How often the circuit breaker of an agent disabled it, by what was too high. Its metrics have gaps then. heap: the application is short of memory; cpu or scrape: the agent itself costs too much.',
    'short',
    [target(sinceStart('sse_agent_breaker_trips_total', 'cause'), '{{cause}}')],
    w=12,
  ),
  grafana.timeseries(
    'Requests denied',
    'Requests to the agent that it refused, per second. unauthenticated: without credentials or with wrong ones; throttled: too many failed attempts; forbidden: another host asked for more than the metrics.',
    'ops',
    [target(rate('sse_agent_requests_denied_total', ['cause']), '{{cause}}')],
    w=12,
  ),
]);

grafana.dashboard(
  'sse-agent-overview',
  'Event streams: overview',
  'Server-Sent Events of JVM services as the sse-agent sees them: connections, delivery, endings, faults.',
  selection.variables,
  [glance, connected, arriving, ending, failing, agent],
)
