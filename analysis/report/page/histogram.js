import {axisX, line, plot, pointer, rect, ruleY, text, tip} from "@observablehq/plot";
import {base, colour, pixels, shortened, tipStyle, words} from "./theme.js";

const head = 24, panel = 96, gap = 8;

export function histogram(chart, width) {
  const bins = chart.panels[0].after.length;
  const most = Math.max(10, ...chart.panels.flatMap((one) => [...one.before, ...one.after]));
  const decades = Math.ceil(Math.log10(most));
  const high = (count) => (count < 1 ? 0 : (panel * (1 + Math.log10(count))) / (1 + decades));
  const letters = Math.floor((width - 76) / 8);  // bold ones
  const all = [], outlines = [], heads = [], grid = [];
  chart.panels.forEach((one, k) => {
    const zero = head + k * (head + panel + gap) + panel;
    heads.push({name: shortened(one.name, letters), y: zero - panel - 12});
    for (let d = 0; d <= decades; ++d) grid.push({y: zero - high(10 ** d), words: words(10 ** d), k});
    grid.push({y: zero, words: "0", k});
    one.after.forEach((after, bin) => {
      const before = one.before[bin], from = bin / bins, to = (bin + 1) / bins;
      all.push({from, to, middle: (from + to) / 2, zero, top: zero - high(after), style: one.style,
        said: `${one.name}\n${chart.x_label}: ${from.toFixed(2)} to ${to.toFixed(2)}\n${chart.before}: ${words(before)} people\n${chart.after}: ${words(after)} people`});
      outlines.push({x: from, y: zero - high(before), k}, {x: to, y: zero - high(before), k});
    });
  });
  const bottom = chart.panels.length * (head + panel + gap);
  const drawn = plot({
    ...base(width), height: bottom + 36, marginLeft: 62, marginRight: 14, marginTop: 0, marginBottom: 44,
    x: {domain: [0, 1]}, y: pixels,
    marks: [
      ruleY(grid, {y: "y", stroke: "var(--grid)"}),
      text(grid, {x: 0, y: "y", text: "words", dx: -6, textAnchor: "end", fill: "var(--quiet)"}),
      text(heads, {x: 0, y: "y", text: "name", textAnchor: "start", fontWeight: 600}),
      rect(all, {x1: "from", x2: "to", y1: "zero", y2: "top", insetLeft: 1, insetRight: 1, fill: (bin) => colour(bin.style)}),
      line(outlines, {x: "x", y: "y", z: "k", stroke: "var(--ink)", strokeDasharray: "2 2", strokeWidth: 1.5}),
      axisX({label: chart.x_label, color: "var(--quiet)", ticks: 5}),
      tip(all, pointer({x: "middle", y: "top", title: "said", ...tipStyle}))
    ]
  });
  return {drawn, stops: all.map((bin) => ({x: bin.middle, y: bin.top, said: bin.said}))};
}
