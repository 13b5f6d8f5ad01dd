// Nothing jumps: not when the controls come, and not when a figure changes.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { reading } from "../reader.js";
import { number } from "../reference.js";
import { browser, group, http, pages } from "../stage.js";

/** @typedef {import("playwright-core").Page} Tab */
/** @typedef {number[][]} Boxes Where things are in the window. */

/** Each figure is looked at in so many settings. */
const SOME = 4;

/** Where a pixel is drawn is a whole number: less than one is no jump. */
const PIXEL = 1;

/** Notes every shift of the layout, and where the figures are before the page's program starts, which is when
 * its script becomes known. @param {Tab} tab */
const watch = (tab) => tab.addInitScript(() => {
    /** @type {{shifts: PerformanceEntry[], before: number[][], boxes: (figure: string) => number[][]}} */
    const noted = {
        shifts: [],
        before: [],
        boxes: (figure) => ["> svg", "> .controls", "> figcaption"].flatMap((part) => [...document.querySelectorAll(`${figure} ${part}`)])
            .map((element) => element.getBoundingClientRect()).map(({ x, y, width, height }) => [x, y, width, height]),
    };
    const observer = new PerformanceObserver((list) => noted.shifts.push(...list.getEntries()));
    observer.observe({ type: "layout-shift" });
    Object.assign(window, { noted });
    Object.defineProperty(window, "programs", {
        configurable: true,
        set(programs) {
            Object.defineProperty(window, "programs", { value: programs });
            observer.takeRecords();
            [noted.shifts, noted.before] = [[], noted.boxes("figure[data-inputs]")];
        },
    });
});

/** What has shifted since the last question, as each entry's value and the elements that it names, and where
 * the parts of `figure` were before and are now, once two frames are painted. @param {Tab} tab @param {string} figure
 * @returns {Promise<{shifts: {value: number, by: string[]}[], before: Boxes, after: Boxes}>} */
const look = (tab, figure) => tab.evaluate(async (figure) => {
    const { noted } = /** @type {any} */ (window);
    for (let frames = 0; frames < 2; frames += 1) await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    const before = noted.before;
    noted.before = noted.boxes(figure);
    const shifts = noted.shifts.splice(0).map((/** @type {any} */ { value, sources }) => ({
        value,
        by: sources.map((/** @type {any} */ { node }) => (node?.closest ? node : node?.parentElement)?.closest("svg, .controls, figcaption, main *")?.outerHTML.slice(0, 99)),
    }));
    return { shifts, before, after: noted.before };
}, figure);

/** What has jumped. @param {Boxes} before @param {Boxes} after */
const jumped = (before, after) => after.flatMap((box, i) => box.some((x, k) => Math.abs(x - before[i][k]) >= PIXEL) ? [`${before[i]} to ${box}`] : []);

describe("nothing jumps", { concurrency: 2 }, () => {
    for (const width of [1200, 390]) {
        const as = { viewport: { width, height: 900 } };
        for (const page of pages) {
            test(`when the controls come to ${page.file}, ${width} pixels wide`, () => reading(browser, `${http}/${page.file}`, { as, before: watch, unfold: false }, async ({ tab }) => {
                const { shifts, before, after } = await look(tab, "figure[data-inputs]");
                assert.equal(after.length, 3 * page.figures.length);
                assert.deepEqual({ shifts, jumped: jumped(before, after) }, { shifts: [], jumped: [] });
            }));
        }
        // Running text may fill more or fewer lines when its numbers change. The figure under the reader's eye stays.
        for (const page of pages.filter(({ figures }) => figures.length > 0)) {
            test(`when a figure of ${page.file} changes, ${width} pixels wide`, () => reading(browser, `${http}/${page.file}`, { as, before: watch, unfold: false }, async (reader) => {
                for (const { name, of } of page.figures) {
                    const inputs = group(of);
                    const figure = `figure[data-figure="${name}"]`;
                    await reader.tab.evaluate((figure) => document.querySelector(figure)?.scrollIntoView({ block: "center" }), figure);
                    let now = inputs.book.values;
                    for (const setting of [...inputs.random.slice(0, SOME), inputs.book]) {
                        for (const [i, value] of setting.values.entries()) {
                            if (value === now[i]) continue;
                            await reader.focus(`${figure} [role=spinbutton]`, i);
                            await look(reader.tab, figure);
                            await reader.type(`${figure} .controls`, i, String(number(value)));
                            const { shifts, before, after } = await look(reader.tab, figure);
                            const parts = shifts.filter(({ by }) => by.some((element) => /^<(svg|div class="controls")/.test(element)));
                            assert.deepEqual({ parts, jumped: jumped(before, after) }, { parts: [], jumped: [] }, `${name}, input ${i} set to ${number(value)}`);
                        }
                        now = setting.values;
                    }
                }
            }));
        }
    }
});
