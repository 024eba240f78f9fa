// Arrow keys walk through a chart as the pointer does: they move its tip and say what it shows.

function place(chart, stop) {
  const at = (name, value) => chart.scale(name)?.apply(value) ?? value;
  return [at("x", stop.x), at("y", stop.y)];
}

export function withKeys({drawn, stops}, title) {
  const box = document.createElement("div");
  const said = document.createElement("p");
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", `${title}. Arrow keys read the values one by one.`);
  said.className = "said";
  said.setAttribute("aria-live", "polite");
  const svg = drawn instanceof SVGElement ? drawn : drawn.querySelector("svg");
  svg.setAttribute("aria-hidden", "true");
  box.append(drawn, said);
  let at = -1;
  const show = () => {
    const stop = stops[at];
    const [x, y] = place(drawn, stop);
    const frame = svg.getBoundingClientRect();
    const scale = frame.width / svg.viewBox.baseVal.width;
    const where = {clientX: frame.left + x * scale, clientY: frame.top + y * scale, bubbles: true, pointerType: "pen"};
    svg.dispatchEvent(new PointerEvent("pointerenter", where));
    svg.dispatchEvent(new PointerEvent("pointermove", where));
    said.textContent = stop.said.replaceAll("\n", ". ");
  };
  const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity};
  box.addEventListener("keydown", (event) => {
    if (!(event.key in step) || stops.length === 0) return;
    event.preventDefault();
    at = Math.max(0, Math.min(stops.length - 1, at + step[event.key]));
    show();
  });
  box.addEventListener("blur", () => {
    at = -1;
    svg.dispatchEvent(new PointerEvent("pointerleave"));
  });
  return box;
}
