// The program comes when a page has something to answer, after the page itself, and asks the browser for nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { reading } from "../reader.js";
import { book, browser, http, pages, read } from "../stage.js";

test("only pages that have something to answer load the program", async () => {
    // toc.html is no page: it is the menu, in a frame, of readers without scripts.
    for (const page of book.filter(({ file }) => file !== "toc.html")) {
        const answers = pages.includes(page);
        await reading(browser, `${http}/${page.file}`, { answers }, async ({ tab, requests }) => {
            // Pages ask for it when they are idle; so does this, after them.
            for (let times = 0; times < 3; times += 1) await tab.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
            const programs = requests.filter((url) => url.includes("program-"));
            assert.equal(programs.length, answers ? 1 : 0, page.file);
        });
    }
});

test("a page is there before its program is asked for", () => read(pages[0].file, async ({ tab }) => {
    const [loaded, asked] = await tab.evaluate(() => {
        const [page] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
        const program = performance.getEntriesByType("resource").find(({ name }) => name.includes("program-"));
        return [page.loadEventStart, program?.startTime ?? 0];
    });
    assert(loaded > 0 && asked >= loaded, `loaded at ${loaded}, asked at ${asked}`);
}));

test("the program imports what carries its words and errors, and nothing of fonts, canvas or page", () => read(pages[0].file, async ({ tab }) => {
    const imports = await tab.evaluate(async () => WebAssembly.Module.imports(await /** @type {any} */ (window).program.compile()));
    const names = imports.map(({ name }) => name).sort();
    assert(names.length > 0);
    // `throw` is of wasm-bindgen itself, a generic one makes a string of its letters, the table is where it lies.
    assert.deepEqual(names.filter((name) => !/^__wbindgen_(generic|init_externref_table)|^__wbg___wbindgen_throw/.test(name)), []);
}));
