// The pages as they are printed, without their scripts.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { folder, pages } from "./book.js";

/** A number that the press has bound to a value.
 * @typedef {{name: string, literal: string, value: string | null, of: string | null, input: string | null}} Mark */
/** @typedef {{file: string, marks: Mark[], figures: {name: string, of: string}[], only: string[], text: string, program: boolean}} Page */

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
                of: element.dataset.of ?? null,
                input: element.dataset.input ?? null,
            }));
            const figures = all("main figure[data-figure]")
                .map(({ dataset }) => ({ name: dataset.figure ?? "", of: dataset.of ?? "" }));
            const only = all("main .only").map((words) => words.dataset.of ?? "");
            const program = all("[data-program]").length > 0;
            all(".controls").forEach((place) => place.remove());
            return { marks, figures, only, program, text: page.querySelector("main")?.textContent ?? "" };
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

/** The page of `book` to meet the inputs `of` on: the one with their figure, or with most of their numbers.
 * @param {Page[]} book @param {string} of */
export function home(book, of) {
    const much = (/** @type {Page} */ { marks, figures }) => marks.filter((mark) => mark.of === of).length
        + figures.filter((figure) => figure.of === of).length * 1000;
    const places = book.filter((page) => page.file !== "print.html" && much(page) > 0);
    return places.sort((a, b) => much(b) - much(a))[0]?.file;
}
