// Whatever stands in a scenario is text and stays text.
import assert from "node:assert/strict";
import {after, before, test} from "node:test";
import {browser, hostile, open, reports} from "./pages.mjs";

const made = reports("hostile");
let running;
before(async () => { running = await browser(); });
after(() => running.close());

test("A title and names made of HTML run nothing, load nothing and are read as they are", async () => {
  const {page, seen, close} = await open(running, made.hostile);
  assert.equal(await page.locator("h1").innerText(), hostile.title);
  assert.equal(await page.title(), hostile.title);
  assert.deepEqual(seen, {requests: [`file://${made.hostile.path}`], complaints: [], dialogs: []});
  assert.equal(await page.locator("img, iframe, object, embed, link, [onclick], [onerror]").count(), 0);
  // Data, the packed script, its loader, and what that unpacked.
  assert.equal(await page.locator("script").count(), 4);
  const names = await page.locator("#trust .legend li").allInnerTexts();
  assert.deepEqual(names.map((name) => name.replace(/[\u2068\u2069]/g, "").trim()), hostile.names);
  await close();
});

test("The page's policy lets no other script and no request through", async () => {
  const {page, seen, close} = await open(running, made.hostile);
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.ran = true";
    document.body.append(script);
    const picture = document.createElement("img");
    picture.src = "http://127.0.0.1:9/x.png";
    document.body.append(picture);
  });
  while (seen.complaints.length < 2) await page.waitForTimeout(20);
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  assert.ok(seen.complaints.every((text) => text.includes("Content Security Policy")));
  await close();
});

test("A right-to-left name does not turn the sentence around it", async () => {
  const {page, close} = await open(running, made.hostile, {script: false});
  const sentence = await page.locator(".answer").innerText();
  assert.ok(sentence.includes(`\u2068${hostile.names[1]}\u2069`) || !sentence.includes(hostile.names[1]));
  assert.ok(!/[\u202a-\u202e]/.test(await page.content()));
  await close();
});
