// Runs small scenarios, writes their reports and opens them in chromium.
import {execFileSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";

const {RAPPORT_PROGRAM, CHROMIUM, MODULES} = process.env;
const need = createRequire(join(MODULES, "package.json"));
const {chromium} = need("playwright-core");
export const axe = readFileSync(need.resolve("axe-core/axe.min.js"), "utf8");

const campaigns = (...names) => names.map(([name, strategy]) =>
  `[[campaign]]\nname = ${JSON.stringify(name)}\nstrategy = "${strategy}"\nhours_per_day = 1\n`).join("");
const scenario = (title, days, people, rest) => `title = ${JSON.stringify(title)}
seed = 42
horizon_days = ${days}
replicates = 12
parameters = "seed"
[network]
people = ${people}
${rest}`;

export const hostile = {
  title: "</script><img src=x onerror=alert(1)>",
  names: ["<b onclick=\"alert(2)\">Bold</b> & 'quoted'", "\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645", "x\"/><script>alert(3)</script>"]
};

export const scenarios = {
  plain: scenario("Blast or notes", 120, 4000,
    campaigns(["Spam blast", "spam-blast"], ["Thoughtful engagement", "thoughtful-engagement"], ["Nothing", "do-nothing"]) +
    "[[expect]]\nclaim = \"Notes earn more trust\"\ncompare = \"trusted_relationships: Thoughtful engagement > Spam blast\"\n"),
  sweep: scenario("Where pitches pay", 30, 600,
    campaigns(["Spam blast", "spam-blast"], ["Thoughtful engagement", "thoughtful-engagement"]) +
    "[sweep]\n\"market.in_market_share\" = [0.005, 0.05, 0.2]\n\"network.people\" = [600, 2000]\n"),
  line: scenario("Along one line", 30, 600,
    campaigns(["Spam blast", "spam-blast"], ["Thoughtful engagement", "thoughtful-engagement"]) +
    "[sweep]\n\"market.in_market_share\" = [0.005, 0.05, 0.2]\n[output]\ndaily = \"none\"\n"),
  day: scenario("One day", 1, 300,
    campaigns(["Spam blast", "spam-blast"], ["Thoughtful engagement", "thoughtful-engagement"])),
  many: scenario("Eleven campaigns", 20, 300, campaigns(...["spam-blast", "thoughtful-engagement", "do-nothing",
    "content", "listen-first", "referral", "inmail", "persistent-blast", "first-contact-pitch", "gratitude", "group-message"]
    .map((strategy, k) => [`${k + 1}. ${strategy} under a rather long name`, strategy]))),
  cube: scenario("Three settings", 20, 300,
    campaigns(["Spam blast", "spam-blast"], ["Thoughtful engagement", "thoughtful-engagement"]) +
    "[sweep]\n\"market.in_market_share\" = [0.005, 0.2]\n\"network.people\" = [300, 600, 12345]\n\"trust.gain\" = [0.1, 0.3]\n"),
  sampled: scenario("Sobol indices", 10, 300,
    campaigns(["Spam blast", "spam-blast"], ["Thoughtful engagement", "thoughtful-engagement"]) +
    "[sweep]\nmethod = \"saltelli\"\nsize = 8\n\"market.in_market_share\" = { min = 0.01, max = 0.2 }\n\"trust.gain\" = { min = 0.1, max = 0.4 }\n"),
  alone: scenario("One campaign", 20, 300, campaigns(["Only one", "do-nothing"])),
  hostile: scenario(hostile.title, 20, 300, campaigns([hostile.names[0], "spam-blast"],
    [hostile.names[1], "thoughtful-engagement"], [hostile.names[2], "do-nothing"]))
};

/** Reports of the named scenarios, each {path, bytes, figures, tables} with the two folders; they are removed with the process. */
export function reports(...names) {
  const folder = mkdtempSync(join(tmpdir(), "rapport-browser-"));
  process.on("exit", () => rmSync(folder, {recursive: true, force: true}));
  return Object.fromEntries(names.map((name) => {
    const [toml, result, page] = ["toml", "h5", "html"].map((end) => join(folder, `${name}.${end}`));
    writeFileSync(toml, scenarios[name]);
    execFileSync(RAPPORT_PROGRAM, ["run", toml, "-o", result, "--quiet"]);
    const [figures, tables] = ["figures", "tables"].map((end) => join(folder, `${name}-${end}`));
    execFileSync(RAPPORT_PROGRAM, ["report", result, "-o", page, "--quiet", "--figures", figures, "--csv", tables]);
    return [name, {path: page, bytes: readFileSync(page), figures, tables}];
  }));
}

export const browser = () => chromium.launch({executablePath: CHROMIUM, args: ["--no-sandbox"]});

/** Opens a report from disk; `seen` fills with what the page asked for and complained of. */
export async function open(running, report, {width = 1280, dark = false, script = true, trusted = true} = {}) {
  const context = await running.newContext({viewport: {width, height: 900}, colorScheme: dark ? "dark" : "light",
    javaScriptEnabled: script, bypassCSP: !trusted});
  const page = await context.newPage();
  page.setDefaultTimeout(0);  // a slow machine is no failure
  const seen = {requests: [], complaints: [], dialogs: []};
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("console", (message) => seen.complaints.push(message.text()));
  page.on("pageerror", (error) => seen.complaints.push(String(error)));
  page.on("dialog", (dialog) => { seen.dialogs.push(dialog.message()); dialog.dismiss(); });
  await page.goto(`file://${report.path}`);
  // Whatever has room for a chart gets one, and the slider comes last.
  if (script) {
    await page.waitForFunction(() => [...document.querySelectorAll("figure")].filter((f) => !f.id.startsWith("network"))
      .every((f) => f.classList.contains("drawn")));
    await page.waitForFunction(() => !document.getElementById("day-slider")?.hidden);
  }
  return {page, seen, close: () => context.close()};
}
