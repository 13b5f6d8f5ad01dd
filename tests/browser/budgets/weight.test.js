// What the pages weigh on their way to a reader: budgets that do not depend on the machine.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { folder, live, pad, pages } from "../book.js";
import { launch } from "../chromium.js";
import { printed } from "../page.js";
import { reading } from "../reader.js";
import { serve } from "../serve.js";

/** KB are thousands of bytes. The live code is a page's own; that of the page with the pad has the pad's as well. */
const [PAGE, LIVE, LIVE_AND_PAD] = [250, 110, 170];

/** Of the pad: its program, compressed, and as they are the weights and the digits to learn from. */
const [PROGRAM, WEIGHTS, DIGITS] = [60, 340, 2200];

/** What `file` of the book weighs over the wire, in KB: fonts are compressed already. @param {string} file */
function weight(file) {
    const bytes = readFileSync(join(folder, file));
    return (file.endsWith(".woff2") ? bytes : brotliCompressSync(bytes)).length / 1000;
}

/** @type {import("playwright-core").Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ let server;
before(async () => {
    [browser, server] = await Promise.all([launch(), serve(folder)]);
});
after(async () => {
    await browser.close();
    server.close();
});

test(`a page weighs at most ${PAGE} KB without the live code, compressed, fonts included`, async () => {
    /** @type {[string, number][]} */ const weights = [];
    // toc.html is no page: it is the menu, in a frame, of readers without scripts.
    for (const page of pages.filter((file) => !["print.html", "toc.html"].includes(file))) {
        await reading(browser, `${server.address}/${page}`, { answers: false }, async ({ tab, requests }) => {
            await tab.waitForLoadState("networkidle");
            // Fonts are asked for when the letters that need them come into view.
            await tab.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
            await tab.waitForLoadState("networkidle");
            const paths = requests.map((url) => decodeURIComponent(new URL(url).pathname.slice(1)));
            const files = [...new Set(paths)].filter((file) => ![...live, ...pad].includes(file));
            weights.push([page, files.map(weight).reduce((a, b) => a + b)]);
        });
    }
    weights.sort(([, a], [, b]) => b - a);
    const [heaviest, most] = weights[0];
    console.log(`budget: the heaviest page is ${heaviest}, ${most.toFixed(1)} KB of ${PAGE}`);
    const over = weights.filter(([, weight]) => weight > PAGE);
    assert.deepEqual(over, [], `over ${PAGE} KB`);
});

test(`a page loads at most ${LIVE} KB of live code, compressed, the page with the pad ${LIVE_AND_PAD}`, async () => {
    const code = [...live, ...pad];
    const all = await printed(browser, folder, pages.filter((file) => file !== "print.html"));
    const weights = all.map(({ file, programs, scripts }) => {
        const loaded = [...new Set([...scripts, ...programs])].filter((script) => code.includes(script));
        const most = loaded.some((script) => pad.includes(script)) ? LIVE_AND_PAD : LIVE;
        return { file, most, weight: loaded.map(weight).reduce((a, b) => a + b, 0) };
    });
    weights.sort((a, b) => b.weight - a.weight);
    for (const { file, most, weight } of weights.filter(({ weight }) => weight > 0)) {
        console.log(`budget: the live code of ${file} is ${weight.toFixed(1)} KB of ${most}`);
    }
    // No program is there that no page loads, and one page has the pad.
    assert.deepEqual(live.filter((file) => !all.some(({ programs, scripts }) => [...scripts, ...programs].includes(file))), []);
    assert.equal(weights.filter(({ most }) => most === LIVE_AND_PAD).length, 1);
    assert.deepEqual(weights.filter(({ most, weight }) => weight > most), []);
});

test(`the pad's program weighs at most ${PROGRAM} KB, compressed, its weights ${WEIGHTS} and its digits ${DIGITS}`, async () => {
    const named = (/** @type {string} */ name) => readFileSync(join(folder, pad.find((file) => file.startsWith(name)) ?? assert.fail(name)));
    const size = (/** @type {string} */ name) => named(name).length / 1000;
    /** @type {Uint8Array} */
    const wasm = new Function("window", "WebAssembly", `${named("pad-")}; return window.pad.compile();`)({}, { compile: (/** @type {Uint8Array} */ bytes) => bytes });
    const program = brotliCompressSync(wasm).length / 1000;
    console.log(`budget: the pad's program is ${program.toFixed(1)} KB of ${PROGRAM}, its weights ${size("weights-").toFixed(1)} of ${WEIGHTS}, its digits ${size("mnist-").toFixed(1)} of ${DIGITS}`);
    assert.deepEqual([program <= PROGRAM, size("weights-") <= WEIGHTS, size("mnist-") <= DIGITS], [true, true, true]);
});
