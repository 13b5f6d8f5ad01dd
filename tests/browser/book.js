// The printed book: where it is and what its files are.
import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the tests make for themselves. */
export const made = resolve(root, "target/browser");

/** The folder of the printed pages. */
export const folder = resolve(root, "target/book/html");

/** @param {string} folder @returns {string[]} */
export function files(folder) {
    if (!existsSync(folder)) throw new Error(`${folder} is not there: cargo book build prints the book.`);
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/")).sort();
}

/** The pages, by the names of their files. */
export const pages = files(folder).filter((file) => /^[^/]*\.html$/.test(file));

/** What the pad loads. */
export const pad = files(folder).filter((file) => /(^|\/)(draw|pad|weights|mnist)-\w+\.js$/.test(file));

/** What makes the pages answer: their script, and the chapters' programs. */
export const live = files(folder).filter((file) => /(^|\/)(page-\w+|program-[\w-]+)\.js$/.test(file));
