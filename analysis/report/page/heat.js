import {plot, pointer, rect, ruleX, text, tip} from "@observablehq/plot";
import {base, colour, tipStyle, words} from "./theme.js";

export function heat(chart, width) {
  const rows = chart.y.length;
  const all = chart.cells.map((cell) => ({...cell,
    said: `${chart.x_label} = ${words(chart.x[cell.column])}\n${chart.y_label} = ${words(chart.y[cell.row])}\n${cell.name === "cannot tell" ? "Who is ahead cannot be told" : `${cell.name} is ahead`} (${cell.words})`}));
  const longest = Math.max(...all.map((cell) => cell.words.length));
  const roomy = (width - 84) / chart.x.length >= 8 * (longest + 2);
  const drawn = plot({
    ...base(width), height: 72 + rows * Math.min(44, 280 / rows), marginLeft: 76, marginRight: 8, marginTop: 28, marginBottom: 44,
    x: {domain: [-0.5, chart.x.length - 0.5], label: chart.x_label, ticks: chart.x.map((_, i) => i).filter((i) => i % (1 + Math.floor(chart.x.length / 9)) === 0), tickFormat: (i) => words(chart.x[i]), tickSize: 0},
    y: {domain: [-0.5, rows - 0.5], label: chart.y_label, ticks: chart.y.map((_, i) => i), tickFormat: (i) => words(chart.y[i]), tickSize: 0},
    marks: [
      rect(all, {x1: (c) => c.column - 0.5, x2: (c) => c.column + 0.5, y1: (c) => c.row - 0.5, y2: (c) => c.row + 0.5,
        fill: (c) => (c.style === null ? "var(--quiet)" : colour(c.style)), stroke: "var(--page)", strokeWidth: 2}),
      rect(chart.borders.filter((b) => b.from !== undefined), {x1: "from", x2: "to", y1: (b) => b.row - 0.5, y2: (b) => b.row + 0.5, fill: "var(--ink)", fillOpacity: 0.15}),
      ruleX(chart.borders, {x: "column", y1: (b) => b.row - 0.5, y2: (b) => b.row + 0.5, stroke: "var(--ink)", strokeWidth: 3}),
      text(all, {x: "column", y: "row", text: (c) => (roomy ? `${c.letter} ${c.words}` : c.letter), fill: "var(--page)", fontWeight: 600}),
      tip(all, pointer({x: "column", y: "row", title: "said", ...tipStyle}))
    ]
  });
  return {drawn, stops: all.map((c) => ({x: c.column, y: c.row, said: c.said}))};
}
