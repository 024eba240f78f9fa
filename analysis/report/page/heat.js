import {link, plot, pointer, rect, text, tip} from "@observablehq/plot";
import {base, colour, tipStyle} from "./theme.js";

export function heat(chart, width) {
  const rows = chart.y.length;
  const all = chart.cells.map((cell) => ({...cell,
    said: `${chart.x_label} = ${chart.x[cell.column]}\n${chart.y_label} = ${chart.y[cell.row]}\n${cell.name === "cannot tell" ? "Who is ahead cannot be told" : `${cell.name} is ahead`} (${cell.words})`}));
  const longest = Math.max(...all.map((cell) => cell.words.length));
  const roomy = (width - 84) / chart.x.length >= 8 * (longest + 2);
  const drawn = plot({
    ...base(width), height: 72 + rows * Math.min(44, 280 / rows), marginLeft: 76, marginRight: 8, marginTop: 28, marginBottom: 44,
    x: {domain: [-0.5, chart.x.length - 0.5], label: chart.x_label, ticks: chart.x.map((_, i) => i).filter((i) => i % (1 + Math.floor(chart.x.length / 9)) === 0), tickFormat: (i) => chart.x[i], tickSize: 0},
    y: {domain: [-0.5, rows - 0.5], label: chart.y_label, ticks: chart.y.map((_, i) => i), tickFormat: (i) => chart.y[i], tickSize: 0},
    marks: [
      rect(all, {x1: (c) => c.column - 0.5, x2: (c) => c.column + 0.5, y1: (c) => c.row - 0.5, y2: (c) => c.row + 0.5,
        fill: (c) => (c.style === null ? "var(--quiet)" : colour(c.style)), stroke: "var(--page)", strokeWidth: 2}),
      rect(chart.borders, {x1: "band_x1", x2: "band_x2", y1: "band_y1", y2: "band_y2", fill: "var(--ink)", fillOpacity: 0.15}),
      link(chart.borders, {x1: "x1", x2: "x2", y1: "y1", y2: "y2", stroke: "var(--ink)", strokeWidth: 3}),
      text(all, {x: "column", y: "row", text: (c) => (roomy ? `${c.letter} ${c.words}` : c.letter), fill: "var(--page)", fontWeight: 600}),
      tip(all, pointer({x: "column", y: "row", title: "said", ...tipStyle}))
    ]
  });
  return {drawn, stops: all.map((c) => ({x: c.column, y: c.row, said: c.said}))};
}
