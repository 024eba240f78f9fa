// What eyes would stumble over: labels on each other, text cut off or too small, pages wider than the screen.
import assert from "node:assert/strict";
import {after, before, test} from "node:test";
import {browser, open, reports} from "./pages.mjs";

const made = reports("plain", "sweep", "line", "day", "many", "cube", "sampled");
let running;
before(async () => { running = await browser(); });
after(() => running.close());

/** Problems of the charts that are seen, in words. */
function look() {
  const problems = [];
  const shown = (node) => node.getClientRects().length > 0;
  for (const figure of document.querySelectorAll("figure")) {
    for (const svg of figure.querySelectorAll("svg")) {
      if (!shown(svg) || svg.getAttribute("aria-hidden") === "true" && svg.closest(".legend")) continue;
      const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim() && !text.querySelector("tspan tspan"));
      const boxes = texts.map((text) => ({words: text.textContent, box: text.getBoundingClientRect()}));
      const room = figure.getBoundingClientRect();
      for (const {words, box} of boxes) {
        if (box.left < room.left - 12 || box.right > room.right + 12) problems.push(`${figure.id}: "${words}" reaches out`);
        if (box.height < 9) problems.push(`${figure.id}: "${words}" is ${box.height} pixels high`);
      }
      for (let a = 0; a < boxes.length; ++a) {
        for (let b = a + 1; b < boxes.length; ++b) {
          const x = Math.min(boxes[a].box.right, boxes[b].box.right) - Math.max(boxes[a].box.left, boxes[b].box.left);
          const y = Math.min(boxes[a].box.bottom, boxes[b].box.bottom) - Math.max(boxes[a].box.top, boxes[b].box.top);
          if (x > 2 && y > 4) problems.push(`${figure.id}: "${boxes[a].words}" lies on "${boxes[b].words}"`);
        }
      }
      const marks = svg.querySelectorAll("path, rect, circle, line, use");
      if (marks.length < 3) problems.push(`${figure.id}: is empty`);
    }
  }
  const wide = document.documentElement.scrollWidth;
  if (wide > document.documentElement.clientWidth) problems.push(`the page is ${wide} pixels wide`);
  return problems;
}

for (const name of Object.keys(made)) {
  for (const width of [390, 1280]) {
    for (const script of [true, false]) {
      test(`${name} at ${width} pixels ${script ? "with" : "without"} its script`, async () => {
        const {page, close} = await open(running, made[name], {width, script});
        assert.deepEqual(await page.evaluate(look), []);
        await close();
      });
    }
  }
}

test("Labels on each other, text outside and a page too wide are found", async () => {
  const {page, close} = await open(running, made.plain, {script: false});
  await page.evaluate(() => {
    const text = document.querySelector("#trust .still text");
    text.after(text.cloneNode(true));
    const outside = text.cloneNode(true);
    outside.setAttribute("x", "430");
    outside.removeAttribute("text-anchor");
    outside.textContent = "somewhere far outside";
    text.after(outside);
    document.body.insertAdjacentHTML("beforeend", "<div style=\"width:3000px\">wide</div>");
  });
  const problems = await page.evaluate(look);
  for (const kind of [/^trust: .* lies on /, /^trust: "somewhere far outside" reaches out/, /^the page is \d+ pixels wide/]) {
    assert.ok(problems.some((problem) => kind.test(problem)), `${kind} in ${problems}`);
  }
  await close();
});
