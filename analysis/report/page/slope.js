import {dot, link, plot, pointer, text, tip} from "@observablehq/plot";
import {base, colour, dash, pixels, shape, shortened, tipStyle} from "./theme.js";

const top = 52, step = 34;

export function slope(chart, width) {
  const all = chart.lines.map((line) => ({...line, y1: top + step * line.from, y2: top + step * line.to,
    said: `${line.name}\n${chart.left}: ${line.before}\n${chart.right}: ${line.after}`}));
  const ends = all.flatMap((line) => [{...line, x: 0, y: line.y1}, {...line, x: 1, y: line.y2}]);
  const room = Math.min(220, width * 0.56);
  const letters = Math.floor((room - 14) / 7.4) - 4;  // four for the rank
  const heads = [{x: 0, dx: -36, words: chart.left}, {x: 1, words: chart.right}];
  const drawn = plot({
    ...base(width), height: top + step * all.length, marginLeft: 40, marginRight: room,
    marginTop: 0, marginBottom: 0, x: {domain: [0, 1], axis: null}, y: pixels, symbol: {type: "identity"},
    marks: [
      heads.map((row) => text([row], {x: "x", y: 16, dx: row.dx ?? 0, text: "words", fontWeight: 600, textAnchor: "start"})),
      all.map((line) => link([line], {x1: 0, x2: 1, y1: "y1", y2: "y2", stroke: colour(line.style), strokeWidth: 2.2,
        strokeDasharray: dash(line.style)})),
      dot(ends, {x: "x", y: "y", r: 6, fill: (line) => colour(line.style), symbol: (line) => shape(line.style)}),
      text(all, {x: 0, y: "y1", text: "before", dx: -12, textAnchor: "end"}),
      text(all, {x: 1, y: "y2", text: (line) => `${line.after}  ${shortened(line.name, letters)}`, dx: 14, textAnchor: "start"}),
      tip(ends, pointer({x: "x", y: "y", title: "said", ...tipStyle}))
    ]
  });
  return {drawn, stops: ends.map((end) => ({x: end.x, y: end.y, said: end.said}))};
}
