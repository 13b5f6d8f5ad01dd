// The pages as they are printed, without their scripts.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { folder, pages } from "./book.js";

/** A number that the press has bound to a value.
 * @typedef {{name: string, literal: string, value: string | null, of: string | null, input: string | null}} Mark */
/** @typedef {{file: string, marks: Mark[], figures: {name: string, of: string}[], text: string,
 *   heading: string, programs: string[], scripts: string[]}} Page */

/** Reads all pages of a book, in a browser and without running them.
 * @param {import("playwright-core").Browser} browser @returns {Promise<Page[]>} */
export async function printed(browser, from = folder, files = pages) {
    const tab = await browser.newPage();
    const read = files.map(async (file) => {
        const html = await readFile(join(from, file), "utf8");
        const found = await tab.evaluate((html) => {
            const page = new DOMParser().parseFromString(html, "text/html");
            const all = (/** @type {string} */ selector) => /** @type {HTMLElement[]} */ ([...page.querySelectorAll(selector)]);
            const marks = all("main [data-name]").map((element) => ({
                name: element.dataset.name ?? "",
                literal: element.textContent ?? "",
                value: element.getAttribute("value"),
                of: element.dataset.inputs ?? null,
                input: element.dataset.input ?? null,
            }));
            const figures = all("main figure[data-figure][data-inputs]")
                .map(({ dataset }) => ({ name: dataset.figure ?? "", of: dataset.inputs ?? "" }));
            const heading = all("main h2[id]")[0]?.id ?? "";
            const programs = all("[data-programs]").flatMap(({ dataset }) => dataset.programs?.split(" ") ?? []);
            // Those of the page itself, and what its pad loads when it is there.
            const scripts = [...all("script[src]").flatMap((element) => element.getAttribute("src") ?? []),
                ...all("[data-pad]").flatMap(({ dataset }) => dataset.pad ?? [])];
            all(".controls").forEach((place) => place.remove());
            return { marks, figures, heading, programs, scripts, text: page.querySelector("main")?.textContent ?? "" };
        }, html);
        return { file, ...found };
    });
    const all = await Promise.all(read);
    await tab.close();
    return all;
}

/** The names of the inputs that `page` shows anything of. @param {Page} page */
export function shown({ marks, figures }) {
    return [...new Set([...figures, ...marks].flatMap(({ of }) => of ?? []))];
}
