// What the tests share, made once before them: the native answers for all that the pages bind.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { made, root } from "./book.js";
import { launch } from "./chromium.js";
import { printed } from "./page.js";
import { file } from "./reference.js";

const SEED = process.env.SEED ?? "1";

const browser = await launch();
const marks = (await printed(browser)).flatMap((page) => page.marks);
await browser.close();
const run = ["run", "--quiet", "--package", "live", "--example", "reference", "--", SEED];
const input = JSON.stringify(marks.map(({ name, literal }) => [name, literal]));
const { stdout, stderr, status } = spawnSync("cargo", run, { cwd: root, input, maxBuffer: 2 ** 30 });
if (status !== 0) throw new Error(`The native reference failed: ${stderr}`);
mkdirSync(made, { recursive: true });
writeFileSync(file, stdout);
