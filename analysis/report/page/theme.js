// The same colours, dashes and marks as the still drawings have.
const shapes = ["circle", "square", "triangle", "diamond", "plus", "wye", "times", "star"];
const dashes = ["none", "7 3", "2 3", "9 3 2 3", "5 2", "1 2", "12 4", "4 2 1 2"];

export const colour = (style) => `var(--c${style})`;
export const shape = (style) => shapes[style];
export const dash = (style) => dashes[style];

/** Options that all charts share. */
export const base = (width) => ({
  width,
  style: {color: "var(--ink)", background: "transparent", fontSize: "13px", fontFamily: "inherit"}
});

/** A box for tips in the page's colours. */
export const tipStyle = {fill: "var(--page)", stroke: "var(--quiet)", fontSize: 13, lineHeight: 1.2};

const round = new Intl.NumberFormat("en", {maximumSignificantDigits: 3});
export const words = (value) => (value === null || value === undefined ? "-" : round.format(value));

/** A scale of y for charts that lay out their rows in pixels, as the still drawings do. */
export const pixels = {type: "identity", axis: null};
