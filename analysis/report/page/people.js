// The slider through the days of the network, and who stands under the pointer.
async function unpacked(people) {
  const bytes = Uint8Array.from(atob(people.packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const steps = new Uint8Array(await new Response(stream).arrayBuffer());
  const width = 2 * people.x.length;
  const days = people.days.length;
  for (let row = 0; row < people.campaigns * days; ++row) {
    if (row % days === 0) continue;
    for (let i = 0; i < width; ++i) steps[row * width + i] += steps[(row - 1) * width + i];
  }
  return steps;
}

// As analysis/report/people_picture.cpp has it.
function standing(trust, annoyance, people) {
  if (annoyance >= people.aggravated) return 4;
  if (trust >= people.trusted) return 2;
  if (annoyance >= 0.5 * people.aggravated) return 3;
  return trust >= 0.5 * people.trusted ? 1 : 0;
}

function panel(figure, campaign, people, steps) {
  const count = people.x.length;
  const svg = figure.querySelector("svg");
  const title = figure.querySelector("h3");
  const name = title.textContent.replace(/ day \d+$/, "");
  const paths = [...svg.querySelectorAll("[data-standing]")];
  const cells = [...figure.querySelectorAll("tbody tr")];
  const labels = [...svg.querySelectorAll("text")];
  const suffix = labels.map((label) => label.textContent.replace(/^\S+ /, ""));
  const tip = document.createElement("p");
  tip.className = "tip";
  figure.querySelector(".live").append(tip);
  let day = people.days.length - 1;
  const feeling = (person, which) => steps[((campaign * people.days.length + day) * 2 + which) * count + person] / people.steps;
  const draw = (chosen) => {
    day = chosen;
    const marks = ["", "", "", "", ""];
    const found = [0, 0, 0, 0, 0];
    for (let p = 0; p < count; ++p) {
      const s = standing(feeling(p, 0), feeling(p, 1), people);
      marks[s] += `M${people.x[p]} ${people.y[p]}h.01`;
      ++found[s];
    }
    for (const path of paths) path.setAttribute("d", marks[path.dataset.standing]);
    title.textContent = `${name} day ${people.days[day]}`;
    // The last standing comes first, as in the drawing.
    [4, 3, 2, 1, 0].forEach((s, row) => {
      labels[row].textContent = `${found[s].toLocaleString("en")} ${suffix[row]}`;
      cells[row].children[1].textContent = found[s].toLocaleString("en");
      cells[row].children[2].textContent = `${(Math.floor(10 * ((100 * found[s]) / count) + 0.5) / 10).toFixed(1)} %`;
    });
  };
  svg.addEventListener("pointermove", (event) => {
    const frame = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / frame.width;
    const x = (event.clientX - frame.left) * scale, y = (event.clientY - frame.top) * scale;
    let best = -1, least = 144;
    for (let p = 0; p < count; ++p) {
      const far = (people.x[p] - x) ** 2 + (people.y[p] - y) ** 2;
      if (far < least) [best, least] = [p, far];
    }
    tip.textContent = best < 0 ? "" : `Person under the pointer: trust ${feeling(best, 0).toFixed(2)}, annoyance ${feeling(best, 1).toFixed(2)}`;
  });
  svg.addEventListener("pointerleave", () => (tip.textContent = ""));
  return draw;
}

export async function slider(people, figures) {
  // Old browsers keep the still drawings.
  if (typeof DecompressionStream === "undefined" || people.days.length < 2) return;
  const steps = await unpacked(people);
  const draws = Object.entries(figures).filter(([, chart]) => chart.kind === "people")
    .map(([id, chart]) => panel(document.getElementById(id), chart.campaign, people, steps));
  const box = document.getElementById("day-slider");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const shown = document.createElement("output");
  Object.assign(input, {type: "range", id: "day", min: 0, max: people.days.length - 1, step: 1, value: people.days.length - 1});
  label.htmlFor = shown.htmlFor = "day";
  label.textContent = "Day of the campaigns' networks";
  const show = () => {
    const day = people.days[input.value];
    shown.textContent = `day ${day}`;
    input.setAttribute("aria-valuetext", `day ${day}`);
    for (const draw of draws) draw(Number(input.value));
  };
  input.addEventListener("input", show);
  box.append(label, input, shown);
  box.hidden = false;
  show();
}
