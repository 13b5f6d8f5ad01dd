// The program comes when a page has something to answer, after the page itself, and asks the browser for nothing.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { folder } from "../book.js";
import { reading } from "../reader.js";
import { number } from "../reference.js";
import { book, browser, group, http, pages, read } from "../stage.js";

test("only pages that have something to answer load a program, each that of its own chapter", async () => {
    // toc.html is no page: it is the menu, in a frame, of readers without scripts.
    for (const page of book.filter(({ file }) => file !== "toc.html")) {
        const answers = pages.includes(page);
        await reading(browser, `${http}/${page.file}`, { answers }, async ({ tab, requests }) => {
            // Pages ask for it when they are idle; so does this, after them.
            for (let times = 0; times < 3; times += 1) await tab.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
            const programs = requests.filter((url) => url.includes("program-")).map((url) => url.slice(url.lastIndexOf("/") + 1));
            assert.deepEqual(programs, answers ? page.programs : [], page.file);
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

test("a program imports what carries its words and errors, and nothing of fonts, canvas or page", async () => {
    for (const { file } of pages) {
        await read(file, async ({ tab }) => {
            const imports = await tab.evaluate(async () => {
                const programs = Object.values(window.programs);
                return (await Promise.all(programs.map((program) => program.compile()))).flatMap((module) => WebAssembly.Module.imports(module));
            });
            const names = imports.map(({ name }) => name).sort();
            assert(names.length > 0);
            // `throw` is of wasm-bindgen itself, a generic one makes a string of its letters, the table is where it lies.
            assert.deepEqual(names.filter((name) => !/^__wbindgen_(generic|init_externref_table)|^__wbg___wbindgen_throw/.test(name)), []);
        });
    }
});

test("a page that shows something of two chapters loads both programs, and each answers", async () => {
    const alone = pages.filter(({ figures, programs }) => figures.length > 0 && programs.length === 1);
    const one = alone[0];
    const other = alone.find(({ programs }) => programs[0] !== one.programs[0]) ?? one;
    const shown = other.figures[0];
    const { [shown.name]: drawn } = group(shown.of).book.drawings;
    if (!("Ok" in drawn)) throw new Error(`no picture of ${shown.name}`);
    const figure = `<figure class="plate" data-figure="${shown.name}" data-inputs="${shown.of}">${drawn.Ok.trim()}<div class="controls"></div></figure>`;
    const html = await readFile(join(folder, one.file), "utf8");
    const mark = `<div data-programs="${one.programs}" hidden`;
    assert(html.includes(mark), "the page names its program");
    const body = html.replace(mark, `${figure}<div data-programs="${one.programs} ${other.programs}" hidden`);
    const before = (/** @type {import("playwright-core").Page} */ tab) => tab.route(`**/${one.file}`, (route) => route.fulfill({ contentType: "text/html", body }));
    await reading(browser, `${http}/${one.file}`, { before }, async (reader) => {
        const programs = reader.requests.filter((url) => url.includes("program-"));
        assert.equal(programs.length, 2);
        for (const { of } of [one.figures[0], shown]) {
            const { book, random: [setting] } = group(of);
            const controls = await reader.open(of);
            for (const [i, value] of setting.values.entries()) {
                if (value !== book.values[i]) await reader.type(controls, i, String(number(value)));
            }
            assert.deepEqual(await reader.figures(setting), [], of);
        }
    });
});
