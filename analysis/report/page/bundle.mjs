// Bundles the page's script and style and writes them as a C++ source: node bundle.mjs MODULES OUT.
import {createHash} from "node:crypto";
import {readFileSync, readdirSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {deflateSync} from "node:zlib";

const [modules, out] = process.argv.slice(2);
const page = dirname(fileURLToPath(import.meta.url));
process.env.NODE_PATH = join(modules, "node_modules");
const esbuild = createRequire(join(modules, "package.json"))("esbuild");

// The licence of every package in the bundle has to go with it.
function notices(inputs) {
  const names = new Set();
  for (const input of Object.keys(inputs)) {
    const match = input.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//g);
    if (match) names.add(match.at(-1).slice("node_modules/".length, -1));
  }
  const texts = new Map();
  for (const name of [...names].sort()) {
    const folder = join(modules, "node_modules", name);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} has no licence file`);
    const lines = readFileSync(join(folder, file), "utf8").trim().split("\n");
    const holders = lines.filter((line) => /^copyright/i.test(line.trim()));
    const terms = lines.filter((line) => !/^copyright/i.test(line.trim())).join(" ")
      .replace(/\s+/g, " ").trim();
    if (!texts.has(terms)) texts.set(terms, []);
    texts.get(terms).push(`${name}: ${holders.join(" ")}`);
  }
  return [...texts].map(([terms, packages]) => `${packages.join("; ")}. ${terms}`)
    .join("\n").replaceAll("*/", "* /");
}

const built = await esbuild.build({
  entryPoints: [join(page, "main.js")],
  bundle: true, minify: true, format: "iife", target: "es2020", charset: "ascii",
  metafile: true, write: false, legalComments: "none", nodePaths: [process.env.NODE_PATH]
});
const style = await esbuild.transform(readFileSync(join(page, "style.css"), "utf8"),
  {loader: "css", minify: true});
const loader = (await esbuild.transform(readFileSync(join(page, "loader.js"), "utf8"),
  {loader: "js", minify: true, target: "es2020", charset: "ascii"})).code.trim();
const script = `/* ${notices(built.metafile.inputs)} */\n${built.outputFiles[0].text.trim()}`;
const packed = deflateSync(Buffer.from(script, "utf8"), {level: 9}).toString("base64");

const bytes = (text) => {
  const rows = [];
  const all = Buffer.from(text, "utf8");
  for (let i = 0; i < all.length; i += 32) rows.push([...all.subarray(i, i + 32)].join(","));
  return rows.join(",\n");
};
const hash = (text) => createHash("sha256").update(text, "utf8").digest("base64");
writeFileSync(out, `// Written by analysis/report/page/bundle.mjs.
#include "analysis/report/page_parts.hpp"

namespace rapport::report {
namespace {

constexpr unsigned char packed_bytes[] = {
${bytes(packed)}};
constexpr unsigned char loader_bytes[] = {
${bytes(loader)}};
constexpr unsigned char style_bytes[] = {
${bytes(style.code.trim())}};

template <std::size_t size>
std::string_view text_of(const unsigned char (&bytes)[size]) {
  return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace

std::string_view packed_script() {
  return text_of(packed_bytes);
}
std::string_view script_loader() {
  return text_of(loader_bytes);
}
std::string_view script_hashes() {
  return "'sha256-${hash(loader)}' 'sha256-${hash(script)}'";
}
std::string_view page_style() {
  return text_of(style_bytes);
}

}  // namespace rapport::report
`);
