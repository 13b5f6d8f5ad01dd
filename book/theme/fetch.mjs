// Makes what the page's look takes from others, smaller than it comes: the letters that the book
// uses out of two typefaces, and a highlighter of the book's few languages.
//
//     node book/theme/fetch.mjs
//
// It prints each file with its SHA-256, and fails where README.md beside this script names another.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCES = [
  "@expo-google-fonts/open-sans@0.4.2",
  "@expo-google-fonts/source-code-pro@0.4.1",
  "highlight.js@10.1.1",
];
// The last three are what subset-font works with: their versions decide on the bytes too.
const TOOLS = ["esbuild@0.28.2", "subset-font@2.9.0", "fontverter@2.0.0", "harfbuzzjs@1.6.4", "wawoff2@2.0.1"];

const OPEN_SANS = "@expo-google-fonts/open-sans";
const SOURCE_CODE = "@expo-google-fonts/source-code-pro";

const FACES = [
  { from: `${OPEN_SANS}/400Regular/OpenSans_400Regular.ttf`, to: "open-sans-400.woff2" },
  { from: `${OPEN_SANS}/400Regular_Italic/OpenSans_400Regular_Italic.ttf`, to: "open-sans-400-italic.woff2" },
  { from: `${OPEN_SANS}/700Bold/OpenSans_700Bold.ttf`, to: "open-sans-700.woff2" },
  { from: `${SOURCE_CODE}/500Medium/SourceCodePro_500Medium.ttf`, to: "neural-code-500.woff2", renamed: true },
];

const LICENCES = [
  { from: `${OPEN_SANS}/LICENSE_FONT`, to: "OPEN-SANS-LICENSE.txt" },
  { from: `${SOURCE_CODE}/LICENSE_FONT`, to: "SOURCE-CODE-PRO-LICENSE.txt" },
];

// First and last of each run. A face keeps those that it has.
const CHARACTERS = [
  [0x20, 0x7e], [0xa0, 0xff], // Western European languages
  [0x391, 0x3a9], [0x3b1, 0x3c9], // Greek
  [0x2b0, 0x2b8], [0x2e1, 0x2e3], [0x1d2c, 0x1dbf], [0x2070, 0x209f], // raised and lowered
  [0x2010, 0x2027], [0x2030, 0x203a], // punctuation
  [0x2190, 0x2199], [0x21d2, 0x21d2], // arrows
  [0x2200, 0x22ff], // mathematics
];

// What letters do of themselves: ligatures, and marks in their places.
const FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk"];

// Bash is what the shell's lines are read as.
const LANGUAGES = ["rust", "ini", "shell", "bash", "plaintext"];

const here = dirname(fileURLToPath(import.meta.url));

/** A folder with the packages in it. npm compares each with the hash that its registry gives. */
function installed() {
  const scratch = mkdtempSync(join(tmpdir(), "theme-"));
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const options = ["install", "--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--prefix", scratch];
  execFileSync(npm, [...options, ...SOURCES, ...TOOLS], { stdio: "inherit", shell: process.platform === "win32" });
  return scratch;
}

/** The licence of Source Code Pro keeps the name for the font as its makers left it. */
function renamed(font) {
  for (const encoding of ["latin1", "utf16le"]) {
    for (const [old, name] of [["Source Code", "Neural Code"], ["SourceCode", "NeuralCode"]]) {
      const find = Buffer.from(old, encoding);
      const put = Buffer.from(name, encoding);
      // Names in a font have the higher byte first.
      if (encoding === "utf16le") [find, put].forEach((bytes) => bytes.swap16());
      for (let at = font.indexOf(find); at >= 0; at = font.indexOf(find, at)) put.copy(font, at);
    }
  }
  return font;
}

async function face({ from, renamed: rename }, packages, require) {
  const subset = require("subset-font");
  const { convert } = require("fontverter");
  const runs = CHARACTERS.map(([first, last]) =>
    String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, k) => first + k)),
  );
  const whole = readFileSync(join(packages, from));
  const part = await subset(whole, runs.join(""), { targetFormat: "truetype", keepFeatures: FEATURES });
  return convert(rename ? renamed(part) : part, "woff2");
}

function highlighter(packages, require) {
  const { version } = require("highlight.js/package.json");
  const lines = LANGUAGES.map((name) => `hljs.registerLanguage("${name}", require("highlight.js/lib/languages/${name}"));`);
  const contents = `const hljs = require("highlight.js/lib/core");\n${lines.join("\n")}\nmodule.exports = hljs;`;
  const licence = readFileSync(join(packages, "highlight.js/LICENSE"), "utf8").trim();
  const banner = `/*! Highlight.js ${version}, with the languages ${LANGUAGES.join(", ")}.\n\n${licence}\n*/`;
  const { outputFiles } = require("esbuild").buildSync({
    stdin: { contents, resolveDir: packages },
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "hljs",
    banner: { js: banner },
    write: false,
  });
  return outputFiles[0].contents;
}

const readme = readFileSync(join(here, "README.md"), "utf8");
let strange = 0;

function write(path, bytes) {
  writeFileSync(join(here, path), bytes);
  const hash = createHash("sha256").update(bytes).digest("hex");
  const known = readme.includes(`| \`${path}\` | \`${hash}\` |`);
  strange += known ? 0 : 1;
  console.log(`${path} ${bytes.length} bytes, SHA-256 ${hash}${known ? "" : ", not the one in README.md"}`);
}

const scratch = installed();
try {
  const packages = join(scratch, "node_modules");
  const require = createRequire(join(packages, "here.js"));
  for (const one of FACES) write(`fonts/${one.to}`, await face(one, packages, require));
  for (const { from, to } of LICENCES) {
    const text = readFileSync(join(packages, from), "utf8").replaceAll("\r\n", "\n");
    writeFileSync(join(here, "fonts", to), text);
  }
  write("highlight.js", highlighter(packages, require));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = strange ? 1 : 0;
