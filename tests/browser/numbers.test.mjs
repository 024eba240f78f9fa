// Page, pictures and tables are three ways of saying the same numbers.
import assert from "node:assert/strict";
import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {after, before, test} from "node:test";
import {browser, open, reports} from "./pages.mjs";

const made = reports("plain", "cube", "line", "sampled");
let running;
before(async () => { running = await browser(); });
after(() => running.close());

/** Rows of a CSV file as spreadsheets read them. */
function rows_of(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll("\"\"", "\""));
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  return rows.filter((row) => row.some((cell) => cell !== ""));
}

/** Whether what people read is the number, rounded at the last digit that is shown. */
function is_rounded(words, number) {
  const shown = words.replaceAll(",", "").match(/^[-+=]?(\d+)(\.\d+)?(e[-+]\d+)?/);
  if (!shown || number === "") return words === "-" && number === "";
  // A share alone is a fraction in the file; behind a number it stands in brackets.
  const exact = Number(number) * (words.endsWith(" %") && !words.includes("(") ? 100 : 1);
  const [all, whole, decimals = ".", power = "e0"] = shown;
  // Zeros at the end of a whole number may be rounding: two digits at least are meant.
  const zeros = decimals === "." ? Math.min(whole.length - whole.replace(/0+$/, "").length, Math.max(0, whole.length - 2)) : 0;
  const step = 10 ** (zeros - (decimals.length - 1) + Number(power.slice(1)));
  return Math.abs(Number(all.replace("=", "")) - exact) <= 0.51 * step;
}

/** What a figure of the page says. */
const read = (figure) => ({
  id: figure.id,
  title: figure.querySelector("h3").textContent,
  head: [...figure.querySelectorAll("thead th")].map((cell) => cell.textContent),
  cells: [...figure.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent)),
  still: [...figure.querySelectorAll(".still text")].map((text) => text.textContent)
});

const unescaped = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&#39;", "'")
  .replaceAll("&quot;", "\"").replaceAll("&amp;", "&");

// The files of a folder, which are those in the list that the program keeps there of its own.
function listed(folder, list) {
  const files = readdirSync(folder).filter((file) => file !== list).sort();
  assert.deepEqual(readFileSync(join(folder, list), "utf8").trim().split("\n"), files);
  return files;
}

for (const name of Object.keys(made)) {
  test(`${name}: every chart has a title, a table, an SVG, a PNG and a CSV file that say the same`, async () => {
    const {page, close} = await open(running, made[name], {script: false});
    const figures = [];
    for (const figure of await page.locator("figure").all()) figures.push(await figure.evaluate(read));
    await close();
    assert.ok(figures.length >= 8);
    const files = (ends) => figures.flatMap(({id}) => ends.map((end) => `${id}.${end}`)).sort();
    assert.deepEqual(listed(made[name].figures, ".rapport-figures"), files(["png", "svg"]));
    assert.deepEqual(listed(made[name].tables, ".rapport-tables"), files(["csv"]));
    for (const figure of figures) {
      const [head, ...rows] = rows_of(readFileSync(join(made[name].tables, `${figure.id}.csv`), "utf8"));
      assert.deepEqual(head, figure.head, figure.id);
      // Of a long course the page has some days, the file has all.
      const sought = rows.length === figure.cells.length ? rows
        : figure.cells.map(([day]) => rows.find((row) => row[0] === day.replaceAll(",", "")));
      figure.cells.forEach((cells, r) => cells.forEach((words, column) => {
        const value = sought[r][column];
        assert.ok(words === value || is_rounded(words, value),
          `${figure.id}, row ${r + 1}, ${head[column]}: "${words}" on the page, "${value}" in CSV`);
      }));
      const svg = readFileSync(join(made[name].figures, `${figure.id}.svg`), "utf8");
      const written = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => unescaped(text));
      assert.ok(written.join(" ").startsWith(figure.title), `${figure.id}: its file lacks the title`);
      assert.deepEqual(written.slice(written.length - figure.still.length), figure.still, figure.id);
      const png = readFileSync(join(made[name].figures, `${figure.id}.png`));
      const [, wide, high] = svg.match(/width="(\d+)"\s+height="(\d+)"/).map(Number);
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [3 * wide, 3 * high], figure.id);
    }
  });

  test(`${name}: charts that answer the pointer write the numbers of the still ones`, async () => {
    const {page, close} = await open(running, made[name]);
    const [compared, differ] = await page.evaluate(() => {
      // Ticks of axes may lie elsewhere; what stands beside bars and marks may not.
      const numbers = (figure, part) => [...figure.querySelectorAll(`${part} text`)]
        .map((text) => text.textContent.trim()).filter((text) => /\(.* to .*\)|\d %\)$/.test(text));
      const figures = [...document.querySelectorAll("figure.drawn")];
      return [figures.flatMap((figure) => numbers(figure, ".still")).length, figures.flatMap((figure) => {
        const live = new Set(numbers(figure, ".live"));
        return numbers(figure, ".still").filter((text) => !live.has(text)).map((text) => `${figure.id}: ${text}`);
      })];
    });
    assert.ok(compared > 10);
    assert.deepEqual(differ, []);
    await close();
  });
}

test("A wrong number in a table would be seen", () => {
  assert.ok(is_rounded("1,230", "1234.5678"));
  assert.ok(is_rounded("72,000 (100 %)", "72000"));
  assert.ok(is_rounded("12.3 %", "0.1234"));
  assert.ok(is_rounded("-", ""));
  assert.ok(!is_rounded("1,230", "1334"));
  assert.ok(!is_rounded("-", "3"));
  assert.deepEqual(rows_of("a,\"b,\"\"c\"\n1,2\n"), [["a", "b,\"c"], ["1", "2"]]);
});
