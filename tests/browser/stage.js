// What every test stands on: Chromium, the printed book over http and from files, and what it must show.
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { folder } from "./book.js";
import { launch } from "./chromium.js";
import { printed, shown } from "./page.js";
import { reading } from "./reader.js";
import { reference } from "./reference.js";
import { serve } from "./serve.js";

export const browser = await launch();
const server = await serve(folder);
after(() => Promise.all([browser.close(), server.close()]));

/** The addresses of the book: the pages must work from both. */
export const [http, file] = [server.address, String(pathToFileURL(folder))];

/** All pages as they are printed. */
export const book = await printed(browser);

/** Those that have something to answer, but for the page to print, which stays as it is. */
export const pages = book.filter((page) => page.file !== "print.html" && shown(page).length > 0);

const groups = reference();

/** The inputs called `of`, and all that follows from them. @param {string} of */
export function group(of) {
    const found = groups.get(of);
    if (found === undefined) throw new Error(`no inputs are called ${of}`);
    return found;
}

/** The page to meet the inputs `of` on: the one with their figure, or with most of their numbers. @param {string} of */
export function home(of) {
    const much = (/** @type {import("./page.js").Page} */ { marks, figures }) => marks.filter((mark) => mark.of === of).length
        + 1000 * figures.filter((figure) => figure.of === of).length;
    return pages.toSorted((a, b) => much(b) - much(a))[0];
}

/** The inputs to meet on `page`. @param {import("./page.js").Page} page */
export const met = (page) => shown(page).filter((of) => home(of) === page).map(group);

/** Reads a page and all its boxes, as a reader on a wide screen does, over http. @param {string} page @param {(reader: import("./reader.js").Reader) => Promise<void>} act */
export const read = (page, act) => reading(browser, `${http}/${page}`, {}, act);
