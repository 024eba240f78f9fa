// The page works from disk, answers to pointer and keys, and stays whole without its script and on paper.
import assert from "node:assert/strict";
import {after, before, test} from "node:test";
import {axe, browser, open, reports} from "./pages.mjs";

const made = reports("plain", "sweep", "line", "alone", "many");
let running;
before(async () => { running = await browser(); });
after(() => running.close());

for (const name of Object.keys(made)) {
  test(`${name}: opens from disk, asks for nothing and complains of nothing`, async () => {
    const {page, seen, close} = await open(running, made[name]);
    assert.deepEqual(seen, {requests: [`file://${made[name].path}`], complaints: [], dialogs: []});
    assert.ok((await page.locator(".answer").innerText()).length > 20);
    await close();
  });

  test(`${name}: axe finds nothing, in light and dark, on wide and narrow screens`, async () => {
    for (const dark of [false, true]) {
      for (const width of [390, 1280]) {
        const {page, close} = await open(running, made[name], {dark, width, trusted: false});
        await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
        await page.evaluate(axe);
        const {violations, passes} = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes[0].html}`), []);
        assert.ok(passes.length > 20);
        await close();
      }
    }
  });

  test(`${name}: without a script the sentence, the pictures and the tables stay`, async () => {
    const {page, close} = await open(running, made[name], {script: false});
    assert.ok(await page.locator(".answer").isVisible());
    const figures = await page.locator("figure").count();
    assert.ok(figures >= 3);
    for (let i = 0; i < figures; ++i) {
      const figure = page.locator("figure").nth(i);
      assert.ok(await figure.locator(".still svg").isVisible());
      assert.ok((await figure.locator("h3").innerText()).length > 10);
      await figure.locator("summary").click();
      assert.ok((await figure.locator("tbody tr").count()) > 0);
    }
    assert.ok(!(await page.locator("#day-slider").first().isVisible().catch(() => false)));
    await close();
  });
}

test("Three campaigns take at most 700 KB", () => {
  assert.ok(made.plain.bytes.length <= 700_000, `${made.plain.bytes.length} bytes`);
});

test("The slider moves through the days, in picture, numbers and title", async () => {
  const {page, close} = await open(running, made.plain);
  const figure = page.locator("#network-2");
  const picture = () => figure.locator("[data-standing='2']").getAttribute("d");
  const last = await picture();
  assert.match(await figure.locator("h3").innerText(), /day 120$/);
  await page.locator("#day").focus();
  await page.keyboard.press("Home");
  assert.match(await figure.locator("h3").innerText(), /day 1$/);
  assert.notEqual(await picture(), last);
  await page.keyboard.press("End");
  assert.equal(await picture(), last);
  const drawn = await figure.locator("tbody td:nth-child(2)").allTextContents();
  assert.equal(drawn.map((text) => Number(text.replaceAll(",", ""))).reduce((a, b) => a + b), 2000);
  await close();
});

test("The script draws people as the still picture does", async () => {
  const still = await open(running, made.plain, {script: false});
  const drawn = await open(running, made.plain);
  for (const id of ["network-1", "network-2", "network-3"]) {
    const paths = (page) => page.locator(`#${id} [data-standing]`).evaluateAll((all) => all.map((one) => one.getAttribute("d")));
    assert.deepEqual(await paths(drawn.page), await paths(still.page));
    const counts = (page) => page.locator(`#${id} svg text, #${id} td`).allTextContents();
    assert.deepEqual(await counts(drawn.page), await counts(still.page));
  }
  await still.close();
  await drawn.close();
});

test("The pointer on a person tells how that person feels", async () => {
  const {page, close} = await open(running, made.plain);
  const svg = page.locator("#network-1 svg").first();
  await svg.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => JSON.parse(document.getElementById("data").textContent).people);
  const box = await svg.boundingBox();
  await page.mouse.move(box.x + (place.x[0] * box.width) / 440, box.y + (place.y[0] * box.width) / 440);
  assert.match(await page.locator("#network-1 .tip").innerText(), /trust \d\.\d\d, annoyance \d\.\d\d/);
  await close();
});

for (const id of ["tool", "result", "ranking", "trust", "burned", "funnel", "spread-trust", "differences-result"]) {
  test(`${id}: pointer and arrow keys show a tip`, async () => {
    const {page, close} = await open(running, made.plain);
    const chart = page.locator(`#${id} .live svg`).first();
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    const tip = page.locator(`#${id} [aria-label=tip] text`);
    for (let k = 1; k < 30 && (await tip.count()) === 0; ++k) {
      await page.mouse.move(box.x + (box.width * k) / 30, box.y + box.height * 0.6);
    }
    assert.ok((await tip.count()) > 0);
    await page.mouse.move(0, 0);
    await page.locator(`#${id} .live > div`).focus();
    const heard = [];
    for (const key of ["ArrowRight", "ArrowRight", "End"]) {
      await page.keyboard.press(key);
      heard.push(await page.locator(`#${id} .said`).innerText());
      assert.ok((await tip.count()) > 0, `no tip after ${key}`);
    }
    assert.ok(heard.every((text) => /\d/.test(text)));
    assert.notEqual(heard[0], heard[2]);
    await close();
  });
}

test("Every campaign has a mark of its own, the same in charts that answer and in still ones", async () => {
  const {page, close} = await open(running, made.many);
  // A chart is drawn anew when the medium changes; what is no longer in the page has no size.
  const shapes = async (part) => {
    const drawn = page.locator(`#tool ${part}`);
    await drawn.first().waitFor();
    let found;
    do {
      found = await drawn.evaluateAll((marks) => marks.map((mark) => {
        const {width, height} = mark.getBBox();
        return `${(width / height).toFixed(1)} ${getComputedStyle(mark).fill}`;
      }));
    } while (found.some((shape) => shape.startsWith("NaN")));
    return found;
  };
  await page.emulateMedia({media: "print"});
  const still = await shapes(".still .mark");
  await page.emulateMedia({media: "screen"});
  const live = await shapes(".live [aria-label=dot] *");
  assert.equal(still.length, 4 * 11);
  assert.deepEqual(live, still);
  const entries = await page.locator("#tool .legend use").evaluateAll((all) => all.map((use) => use.getAttribute("href")));
  assert.equal(new Set(entries).size, 11);
  await close();
});

test("On paper every chart is on one page, as wide as it is", async () => {
  for (const name of ["plain", "sweep"]) {
    const {page, close} = await open(running, made[name]);
    await page.emulateMedia({media: "print"});
    await page.setViewportSize({width: 700, height: 1000});
    const figures = await page.locator("figure").evaluateAll((all) => all.map((figure) => {
      const svg = figure.querySelector(".still svg");
      return {id: figure.id, shown: svg.getClientRects().length > 0, live: figure.querySelector(".live").getClientRects().length > 0,
        width: figure.scrollWidth, height: figure.getBoundingClientRect().height, keep: getComputedStyle(figure).breakInside};
    }));
    for (const figure of figures) {
      assert.ok(figure.shown && !figure.live, figure.id);
      assert.ok(figure.width <= 700 && figure.height <= 950, `${figure.id} ${figure.width} x ${figure.height}`);
      assert.equal(figure.keep, "avoid");
    }
    const pdf = await page.pdf({format: "A4"});
    assert.ok(pdf.subarray(0, 5).toString() === "%PDF-" && pdf.length > 20_000);
    await close();
  }
});
