// PromQL building blocks shared by dashboards and rules, so that a panel and the alert about it ask the same question.
{
  local by(labels) = if labels == [] then '' else ' by (%s) ' % std.join(', ', labels),

  // A metric with its label matchers, each given as PromQL text: ['kind="data"'].
  selector(metric, matchers=[])::
    if matchers == [] then metric else '%s{%s}' % [metric, std.join(', ', matchers)],

  // An aggregation of the current value of gauges.
  aggregate(operator, metric, matchers=[], labels=[])::
    '%s%s(%s)' % [operator, by(labels), $.selector(metric, matchers)],

  // Counter growth per second, summed.
  rate(metric, matchers, window, labels=[])::
    'sum%s(rate(%s[%s]))' % [by(labels), $.selector(metric, matchers), window],

  // Counter growth over the window, summed.
  increase(metric, matchers, window, labels=[])::
    'sum%s(increase(%s[%s]))' % [by(labels), $.selector(metric, matchers), window],

  // A quantile of a histogram family, whichever way the server stores it. Prometheus 2.42 with native histograms switched
  // on keeps no `_bucket` series of a family that offers both forms; without the switch nothing exists under the bare
  // name. So one side is always empty, and where both are stored the finer one (native) wins.
  quantile(q, family, matchers, window, labels=[])::
    |||
      histogram_quantile(%(q)g, sum%(native_by)s(rate(%(native)s[%(window)s])))
      or
      histogram_quantile(%(q)g, sum by (%(classic_by)s) (rate(%(classic)s[%(window)s])))
    ||| % {
      q: q,
      window: window,
      native_by: by(labels),
      native: $.selector(family, matchers),
      classic_by: std.join(', ', ['le'] + labels),
      classic: $.selector(family + '_bucket', matchers),
    },
}
