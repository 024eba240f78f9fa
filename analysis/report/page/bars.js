import {dot, link, plot, pointer, rect, text, tip} from "@observablehq/plot";
import {base, colour, pixels, shape, tipStyle} from "./theme.js";

const head = 20, step = 21, thick = 17, gap = 10;

export function bars(chart, width) {
  const rows = [...new Set(chart.bars.map((bar) => bar.row))];
  const heads = [], all = [], zeros = [];
  let y = 4;
  for (const row of rows) {
    const mine = chart.bars.filter((other) => other.row === row);
    // Zero lies in the middle of a row with bars on both sides.
    const {signed} = mine[0];
    const place = (length) => (signed ? 0.5 + 0.5 * length : length);
    heads.push({row, y: y + 10});
    y += head;
    if (signed) zeros.push({x: place(0), from: y, to: y + mine.length * step - 4});
    for (const bar of mine) {
      all.push({...bar, top: y, bottom: y + thick, y: y + thick / 2, from: place(0), to: place(bar.length),
        end: Math.max(place(0), place(bar.length)), said: `${bar.row}\n${bar.name}: ${bar.words}`});
      y += step;
    }
    y += gap;
  }
  const drawn = plot({
    ...base(width), height: y, marginLeft: 8, marginRight: 150, marginTop: 0, marginBottom: 0,
    x: {domain: [0, 1], axis: null}, y: pixels, symbol: {type: "identity"},
    marks: [
      text(heads, {x: 0, y: "y", text: "row", fontWeight: 600, textAnchor: "start"}),
      rect(all, {x1: "from", x2: "to", y1: "top", y2: "bottom", fill: (bar) => colour(bar.style)}),
      link(zeros, {x1: "x", x2: "x", y1: "from", y2: "to", stroke: "var(--quiet)"}),
      dot(all, {x: "end", y: "y", dx: 10, r: 4.5, fill: (bar) => colour(bar.style), symbol: (bar) => shape(bar.style)}),
      text(all, {x: "end", y: "y", dx: 19, text: "words", textAnchor: "start"}),
      tip(all, pointer({x: "end", y: "y", title: "said", ...tipStyle}))
    ]
  });
  return {drawn, stops: all.map((bar) => ({x: bar.end, y: bar.y, said: bar.said}))};
}
