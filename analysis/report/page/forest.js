import {dot, link, plot, pointer, ruleX, text, tip} from "@observablehq/plot";
import {base, colour, pixels, shape, tipStyle} from "./theme.js";

const top = 34, head = 20, step = 36, gap = 8;

export function forest(chart, width) {
  const rows = [...new Set(chart.entries.map((entry) => entry.row))];
  const heads = [], all = [], strokes = [];
  let y = top;
  for (const row of rows) {
    heads.push({row, y: y + 8});
    y += head;
    for (const entry of chart.entries.filter((other) => other.row === row)) {
      const at = y + 8;
      all.push({...entry, y: at, below: at + 16, line: `${entry.words}  ${entry.verdict}`,
        said: `${entry.row}\n${entry.name}\n${entry.words}: ${entry.verdict}`});
      strokes.push({x1: entry.low, x2: entry.high, y1: at, y2: at, style: entry.style});
      for (const end of [entry.low, entry.high]) strokes.push({x1: end, x2: end, y1: at - 5, y2: at + 5, style: entry.style});
      y += step;
    }
    y += gap;
  }
  const drawn = plot({
    ...base(width), height: y, marginLeft: 20, marginRight: 20, marginTop: 0, marginBottom: 0,
    x: {domain: [-1, 1], axis: null}, y: pixels, symbol: {type: "identity"},
    marks: [
      ruleX([0], {y1: top - 8, y2: y - gap, stroke: "var(--quiet)"}),
      text([`\u2190 ${chart.left}`], {x: 0, y: 14, dx: -8, textAnchor: "end", fill: "var(--quiet)"}),
      text([`${chart.right} \u2192`], {x: 0, y: 14, dx: 8, textAnchor: "start", fill: "var(--quiet)"}),
      text(heads, {x: -1, dx: -12, y: "y", text: "row", textAnchor: "start", fontWeight: 600, fill: "var(--ink)", stroke: "var(--page)"}),
      link(strokes, {x1: "x1", x2: "x2", y1: "y1", y2: "y2", stroke: (end) => colour(end.style), strokeWidth: 2.2}),
      dot(all, {x: "at", y: "y", r: 5.5, fill: (entry) => colour(entry.style), symbol: (entry) => shape(entry.style)}),
      text(all, {x: 0, y: "below", text: "line", fill: "var(--quiet)", stroke: "var(--page)", strokeWidth: 4}),
      tip(all, pointer({x: "at", y: "y", title: "said", ...tipStyle}))
    ]
  });
  return {drawn, stops: all.map((entry) => ({x: entry.at, y: entry.y, said: entry.said}))};
}
