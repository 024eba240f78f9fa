import {areaY, axisX, axisY, dot, gridY, lineY, pointerX, plot, rect, ruleX, ruleY, text, tip} from "@observablehq/plot";
import {base, colour, dash, shape, tipStyle, words} from "./theme.js";

export function lines(chart, width) {
  const rows = (series) => chart.x.map((x, i) => ({
    x, y: series.y[i], low: series.low[i] ?? series.y[i], high: series.high[i] ?? series.y[i]
  }));
  const single = chart.x.length === 1;
  // Where all values are one there is no range to draw.
  const values = chart.series.flatMap((series) => [...series.y, ...series.low, ...series.high]).filter(Number.isFinite);
  const level = values.length > 0 && values.every((value) => value === values[0]);
  const marks = [gridY({stroke: "var(--grid)", strokeOpacity: 1})];
  if (chart.zero) marks.push(ruleY([0], {stroke: "var(--quiet)"}));
  if (chart.notice?.from !== undefined) {
    marks.push(rect([chart.notice], {x1: "from", x2: "to", fill: "var(--quiet)", fillOpacity: 0.18}));
  }
  for (const series of chart.series) {
    if (series.low.length === 0) continue;
    marks.push(areaY(rows(series), {x: "x", y1: "low", y2: "high", fill: colour(series.style), fillOpacity: 0.2}));
  }
  const apart = Math.max(1, Math.floor(chart.x.length / 6));
  chart.series.forEach((series, s) => {
    const all = rows(series);
    const from = Math.floor(((s + 1) * apart) / (chart.series.length + 1));
    marks.push(
      lineY(all, {x: "x", y: "y", stroke: colour(series.style), strokeWidth: 2.2, strokeDasharray: dash(series.style)}),
      dot(all.filter((_, i) => i >= from && (i - from) % apart === 0),
        {x: "x", y: "y", fill: colour(series.style), stroke: "var(--page)", symbol: shape(series.style), r: 5})
    );
  });
  if (chart.notice) {
    const left = (chart.notice.x - chart.x[0]) / (chart.x.at(-1) - chart.x[0]) > 0.55;
    marks.push(
      ruleX([chart.notice.x], {stroke: "var(--ink)", strokeDasharray: "2 2", strokeWidth: 1.5}),
      text([chart.notice], {x: "x", frameAnchor: "top", text: "words", dx: left ? -6 : 6, dy: 6, textAnchor: left ? "end" : "start"})
    );
  }
  const said = chart.x.map((x, i) => [`${chart.x_label} ${words(x)}`].concat(chart.series.map((series) => {
    const band = series.low.length ? ` (${words(series.low[i])} to ${words(series.high[i])})` : "";
    return `${series.name}: ${words(series.y[i])}${band}`;
  })).join("\n"));
  const top = chart.x.map((x, i) => ({x, y: Math.max(...chart.series.map((s) => s.y[i] ?? -Infinity)), said: said[i]}))
    .filter((row) => Number.isFinite(row.y));
  marks.push(
    ruleX(top, pointerX({x: "x", stroke: "var(--quiet)"})),
    tip(top, pointerX({x: "x", y: "y", title: "said", ...tipStyle})),
    axisX({label: chart.x_label, color: "var(--quiet)", ticks: single ? chart.x : Math.max(3, Math.floor(width / 80)), tickFormat: single ? words : undefined}),
    axisY({label: chart.y_label, color: "var(--quiet)"})
  );
  const drawn = plot({...base(width), height: 270, marginLeft: 62, marginTop: 30, marginBottom: 44, marginRight: 14,
    x: {domain: single ? [chart.x[0] - 1, chart.x[0] + 1] : [chart.x[0], chart.x.at(-1)]},
    y: {nice: true, zero: chart.zero, ...(level ? {domain: [Math.min(0, values[0]), Math.max(0, values[0]) || 1]} : {})}, marks});
  return {drawn, stops: top.map((row) => ({x: row.x, y: row.y, said: row.said}))};
}
