// The few parts of the Grafana dashboard model that the dashboards here use: variables, targets, panels, rows, layout.
{
  local grid_width = 24,
  local datasource = { type: 'prometheus', uid: '${datasource}' },

  // --- variables -----------------------------------------------------------------------------------------------------

  datasourceVariable()::
    {
      type: 'datasource',
      name: 'datasource',
      label: 'Data source',
      query: 'prometheus',
      regex: '',
      current: {},
      options: [],
      hide: 0,
      includeAll: false,
      multi: false,
      refresh: 1,
      skipUrlSync: false,
    },

  // Values of one label; "All" matches everything, series that lack the label included.
  labelVariable(label, series, title, description)::
    local definition = 'label_values(%s, %s)' % [series, label];
    {
      type: 'query',
      name: label,
      label: title,
      description: description,
      datasource: datasource,
      definition: definition,
      query: { qryType: 1, query: definition, refId: 'PrometheusVariableQueryEditor-VariableQuery' },
      regex: '',
      current: { selected: true, text: ['All'], value: ['$__all'] },
      options: [],
      hide: 0,
      includeAll: true,
      allValue: '.*',
      multi: true,
      refresh: 2,
      sort: 1,
      skipUrlSync: false,
    },

  // --- targets -------------------------------------------------------------------------------------------------------

  target(expr, legend):: { expr: expr, legendFormat: legend, range: true, instant: false, editorMode: 'code' },

  instant(expr, legend):: { expr: expr, legendFormat: legend, range: false, instant: true, editorMode: 'code' },

  rowsOf(expr):: $.instant(expr, '') + { format: 'table' },

  // --- panels: w and h are grid units, the dashboard places them -------------------------------------------------------

  local panel(type, title, description, unit, targets, w, h) = {
    type: type,
    title: title,
    description: description,
    datasource: datasource,
    targets: std.mapWithIndex(
      function(i, target) target + { refId: std.char(65 + i), datasource: datasource }, targets
    ),
    fieldConfig: { defaults: { unit: unit, min: 0, color: { mode: 'palette-classic' } }, overrides: [] },
    size:: { w: w, h: h },
  },

  timeseries(title, description, unit, targets, w=8, h=8)::
    panel('timeseries', title, description, unit, targets, w, h) + {
      fieldConfig+: { defaults+: { custom: {
        drawStyle: 'line',
        lineWidth: 1,
        fillOpacity: 8,
        showPoints: 'never',
        spanNulls: false,
        stacking: { mode: 'none', group: 'A' },
      } } },
      options: {
        legend: { displayMode: 'list', placement: 'bottom', showLegend: true, calcs: [] },
        tooltip: { mode: 'multi', sort: 'desc' },
      },
    },

  // One number, green below `warning`, orange above it, red above `critical`.
  stat(title, description, unit, targets, warning=null, critical=null, w=4, h=4)::
    panel('stat', title, description, unit, targets, w, h) + {
      fieldConfig+: { defaults+: {
        color: { mode: 'thresholds' },
        thresholds: {
          mode: 'absolute',
          steps: [{ color: 'green', value: null }]
                 + (if warning == null then [] else [{ color: 'orange', value: warning }])
                 + (if critical == null then [] else [{ color: 'red', value: critical }]),
        },
      } },
      options: {
        colorMode: 'value',
        graphMode: 'area',
        justifyMode: 'auto',
        orientation: 'auto',
        textMode: 'auto',
        wideLayout: true,
        reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
      },
    },

  // The labels of each series as one table row, in the order of `columns` (label -> heading).
  table(title, description, targets, columns, w=8, h=8)::
    panel('table', title, description, 'none', targets, w, h) + {
      fieldConfig+: { defaults+: { custom: { align: 'auto', cellOptions: { type: 'auto' }, filterable: true, inspect: false } } },
      options: { showHeader: true, cellHeight: 'sm', footer: { show: false, reducer: ['sum'], countRows: false } },
      transformations: [{
        id: 'organize',
        options: {
          excludeByName: { Time: true, Value: true },
          indexByName: { [columns[i][0]]: i for i in std.range(0, std.length(columns) - 1) },
          renameByName: { [column[0]]: column[1] for column in columns },
        },
      }],
    },

  stacked:: { fieldConfig+: { defaults+: { custom+: { stacking+: { mode: 'normal' }, fillOpacity: 30 } } } },

  // Silence and latency span five orders of magnitude: a linear axis would show the worst one only.
  logarithmic:: { fieldConfig+: { defaults+: {
    min:: null,
    custom+: { scaleDistribution: { type: 'log', log: 10 } },
  } } },

  // Fixed colours, series name -> colour, so that a reason looks the same on every panel.
  coloured(colours):: { fieldConfig+: { overrides+: [
    {
      matcher: { id: 'byName', options: name },
      properties: [{ id: 'color', value: { mode: 'fixed', fixedColor: colours[name] } }],
    }
    for name in std.objectFields(colours)
  ] } },

  // --- rows and layout -----------------------------------------------------------------------------------------------

  row(title, panels):: { title: title, panels: panels },

  // Ids come from the names, not from the position, so that links to a panel survive the insertion of another one.
  local id(row, name) = std.parseHex(std.substr(std.md5(row + '/' + name), 0, 6)),

  // Left to right, next line when the width is used up; a line is as high as its highest panel.
  local flow(row, top) = std.foldl(
    function(at, panel)
      local wraps = at.x + panel.size.w > grid_width;
      local x = if wraps then 0 else at.x;
      local y = if wraps then at.bottom else at.y;
      {
        x: x + panel.size.w,
        y: y,
        bottom: std.max(at.bottom, y + panel.size.h),
        panels: at.panels + [panel { id: id(row.title, panel.title), gridPos: panel.size { x: x, y: y } }],
      },
    row.panels,
    { x: 0, y: top, bottom: top, panels: [] }
  ),

  local header(row, y) = {
    type: 'row',
    title: row.title,
    id: id(row.title, ''),
    collapsed: false,
    panels: [],
    gridPos: { x: 0, y: y, w: grid_width, h: 1 },
  },

  local place(rows) = std.foldl(
    function(at, row)
      local body = flow(row, at.y + 1);
      { y: body.bottom, panels: at.panels + [header(row, at.y)] + body.panels },
    rows,
    { y: 0, panels: [] }
  ).panels,

  // schemaVersion 39 is what Grafana 10.3 writes; newer servers migrate it when they load it, older 10.x read it as is.
  dashboard(uid, title, description, variables, rows)::
    {
      uid: uid,
      title: title,
      description: description,
      tags: ['sse-agent', 'server-sent-events'],
      schemaVersion: 39,
      version: 1,
      id: null,
      editable: true,
      graphTooltip: 1,
      refresh: '30s',
      time: { from: 'now-1h', to: 'now' },
      timezone: 'browser',
      timepicker: {},
      fiscalYearStartMonth: 0,
      liveNow: false,
      weekStart: '',
      links: [],
      annotations: { list: [{
        name: 'Alerts of the sse-agent rules',
        datasource: datasource,
        enable: true,
        hide: false,
        iconColor: 'red',
        expr: 'ALERTS{alertname=~"Sse.+", alertstate="firing"}',
        titleFormat: '{{alertname}}',
        textFormat: '{{job}} {{instance}} {{http_route}}',
        step: '60s',
      }] },
      templating: { list: variables },
      panels: place(rows),
    },
}
