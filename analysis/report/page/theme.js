// The same colours, dashes and marks as the still drawings have.
import {data} from "./data.js";

/** A symbol of Plot from path data of M, L, H, V and Z around 0 with the radius 1. */
function symbol(outline) {
  const steps = [...outline.matchAll(/([MLHVZ])([^MLHVZ]*)/g)]
    .map(([, letter, numbers]) => [letter, ...(numbers.match(/-?\d*\.?\d+/g) ?? []).map(Number)]);
  return {draw(path, size) {
    const r = Math.sqrt(size / Math.PI);
    let x = 0, y = 0;
    for (const [letter, a, b] of steps) {
      if (letter === "Z") path.closePath();
      if (letter === "Z") continue;
      [x, y] = letter === "H" ? [a, y] : letter === "V" ? [x, a] : [a, b];
      if (letter === "M") path.moveTo(x * r, y * r);
      else path.lineTo(x * r, y * r);
    }
  }};
}

const shapes = data.styles.map((style) => (style.outline === "" ? "circle" : symbol(style.outline)));

export const colour = (style) => data.styles[style].colour;
export const shape = (style) => shapes[style];
export const dash = (style) => data.styles[style].dash;

/** Options that all charts share. */
export const base = (width) => ({
  width,
  style: {color: "var(--ink)", background: "transparent", fontSize: "13px", fontFamily: "inherit"}
});

/** A name in so many letters at most. */
export const shortened = (name, letters) => (name.length > letters ? `${name.slice(0, letters - 1)}\u2026` : name);

/** A box for tips in the page's colours. */
export const tipStyle = {fill: "var(--page)", stroke: "var(--quiet)", fontSize: 13, lineHeight: 1.2};

const round = new Intl.NumberFormat("en", {maximumSignificantDigits: 3});
export const words = (value) => (value === null || value === undefined ? "-" : round.format(value));

/** A scale of y for charts that lay out their rows in pixels, as the still drawings do. */
export const pixels = {type: "identity", axis: null};
