// Whoever has a keyboard only can reach and move every input of every example.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { folder } from "../book.js";
import { launch } from "../chromium.js";
import { home, printed, shown } from "../page.js";
import { reading } from "../reader.js";
import { number, reference } from "../reference.js";
import { serve } from "../serve.js";

/** @typedef {import("../reader.js").Reader} Reader */

const groups = reference();
const browser = await launch();
const http = await serve(folder);
after(() => Promise.all([browser.close(), http.close()]));
const book = await printed(browser);
const pages = book.filter((page) => page.file !== "print.html" && shown(page).length > 0);

/** Goes on by Tab until a place comes again, and returns the names of the inputs that were passed.
 * @param {Reader} reader */
async function walk({ tab }) {
    const passed = await tab.evaluateHandle(() => {
        const passed = { /** @type {Set<string>} */ names: new Set(), /** @type {Set<unknown>} */ places: new Set(), again: false };
        document.addEventListener("focusin", ({ target }) => {
            if (!(target instanceof HTMLElement)) return;
            passed.again ||= passed.places.has(target);
            passed.places.add(target);
            passed.names.add(target.closest("main [data-of]")?.getAttribute("data-of") ?? "");
        });
        return passed;
    });
    for (let presses = 0; presses < 2000 && !await passed.evaluate(({ again }) => again); presses += 20) {
        await Promise.all(Array.from({ length: 20 }, () => tab.keyboard.press("Tab")));
    }
    assert(await passed.evaluate(({ again }) => again), "Tab leads around the page");
    return passed.evaluate(({ names }) => [...names]);
}

/** What input `i` below `controls` is after each of `keys`.
 * @param {Reader} reader @param {string} controls @param {number} i @param {string[]} keys @returns {Promise<number[]>} */
async function pressed({ tab }, controls, i, keys) {
    const seen = await tab.evaluateHandle(([controls, i]) => {
        const input = document.querySelectorAll(`${controls} [role=spinbutton]`)[i];
        /** @type {number[]} */ const seen = [];
        if (input instanceof HTMLElement) input.focus();
        input.addEventListener("keyup", (event) => {
            if (event instanceof KeyboardEvent && event.key !== "Shift") seen.push(Number(input.getAttribute("aria-valuenow")));
        });
        return seen;
    }, /** @type {const} */ ([controls, i]));
    for (const key of keys) await tab.keyboard.press(key);
    return seen.evaluate((seen) => seen);
}

describe("by keyboard alone", { concurrency: 2 }, () => {
    for (const page of pages) {
        test(`Tab leads to all inputs of ${page.file}`, () => reading(browser, `${http.address}/${page.file}`, {}, async (reader) => {
            const passed = await walk(reader);
            assert.deepEqual(shown(page).filter((of) => !passed.includes(of)), []);
        }));

        test(`the keys move every input of ${page.file}`, () => reading(browser, `${http.address}/${page.file}`, {}, async (reader) => {
            for (const of of shown(page).filter((of) => home(book, of) === page.file)) {
                const group = groups.get(of);
                assert(group, of);
                const controls = await reader.open(of);
                for (const [i, { name, label, min, max, steps, ends, ...input }] of group.inputs.each.entries()) {
                    const standard = input.default;
                    /** @type {[string, string][]} */
                    const keys = [["ArrowUp", steps[1]], ["Escape", standard], ["ArrowRight", steps[1]], ["Escape", standard],
                        ["ArrowDown", steps[-1]], ["Escape", standard], ["ArrowLeft", steps[-1]], ["Escape", standard],
                        ["Shift+ArrowUp", steps[10]], ["Escape", standard], ["Shift+ArrowDown", steps[-10]], ["Escape", standard],
                        ["PageUp", steps[10]], ["Escape", standard], ["PageDown", steps[-10]], ["Escape", standard],
                        ["Home", ends[0]], ["End", ends[1]], ["Escape", standard]];
                    const seen = await pressed(reader, controls, i, keys.map(([key]) => key));
                    assert.deepEqual(keys.map(([key], k) => [key, seen[k]]), keys.map(([key, bits]) => [key, number(bits)]), `${of}.${name}`);
                }
            }
        }));
    }
});
