// Puts a chart that answers to pointer and keys in the place of each still drawing.
import {bars} from "./bars.js";
import {data} from "./data.js";
import {forest} from "./forest.js";
import {heat} from "./heat.js";
import {histogram} from "./histogram.js";
import {lines} from "./lines.js";
import {slope} from "./slope.js";
import {slider} from "./people.js";
import {withKeys} from "./keys.js";

const drawers = {bars, forest, heat, histogram, lines, slope};

function draw(figure, chart, width) {
  const place = figure.querySelector(".live");
  const had_focus = place.contains(document.activeElement);
  const drawn = drawers[chart.kind](chart, width);
  place.replaceChildren(withKeys(drawn, figure.querySelector("h3").textContent));
  figure.classList.add("drawn");
  if (had_focus) place.firstElementChild.focus();
}

for (const [id, chart] of Object.entries(data.figures)) {
  if (!(chart.kind in drawers)) continue;
  const figure = document.getElementById(id);
  let width = 0;
  // A chart that cannot be drawn leaves the still drawing where it is.
  new ResizeObserver(() => {
    const room = Math.floor(figure.clientWidth);
    if (room === width || room < 50) return;
    width = room;
    draw(figure, chart, room);
  }).observe(figure);
}
if (data.people) slider(data.people, data.figures);
