// The rules as the YAML text that Prometheus reads. Written by hand rather than by std.manifestYamlDoc, which sorts the keys
// and quotes every expression: operators read, diff and adapt this file.
local groups = (import 'sse-agent-rules.jsonnet').groups;

local indented(text, spaces) =
  local margin = std.repeat(' ', spaces);
  std.join('\n', [margin + line for line in std.split(std.rstripChars(text, '\n'), '\n')]);

local expression(expr) = '        expr: |\n%s\n' % indented(expr, 10);

local recording(rule) = '      - record: %s\n' % rule.record + expression(rule.expr);

local alert(rule) =
  '      - alert: %s\n' % rule.alert
  + expression(rule.expr)
  + '        for: %s\n' % rule['for']
  + '        labels:\n          severity: %s\n' % rule.labels.severity
  + '        annotations:\n          summary: %s\n' % std.escapeStringJson(rule.annotations.summary)
  // Folded: one paragraph in a notification, several lines here.
  + '          description: >-\n%s\n' % indented(rule.annotations.description, 12);

local group(g) =
  '  - name: %s\n    rules:\n' % g.name
  + std.join('', [if std.objectHas(rule, 'alert') then alert(rule) else recording(rule) for rule in g.rules]);

'# Generated from dashboards/src/jsonnet/rules by dashboards/render.sh: change it there.\n'
+ 'groups:\n'
+ std.join('', std.map(group, groups))
