// Whoever has a keyboard only can reach and move every input of every example.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { shown } from "../page.js";
import { number } from "../reference.js";
import { group, met, pages, read } from "../stage.js";

/** @typedef {import("../reader.js").Reader} Reader */

/** Goes on by Tab until a place comes again, and returns the names of the inputs that were passed.
 * @param {Reader} reader */
async function walk({ tab }) {
    const passed = await tab.evaluateHandle(() => {
        const passed = { /** @type {Set<string>} */ names: new Set(), /** @type {Set<unknown>} */ places: new Set(), again: false };
        document.addEventListener("focusin", ({ target }) => {
            if (!(target instanceof HTMLElement)) return;
            passed.again ||= passed.places.has(target);
            passed.places.add(target);
            passed.names.add(target.closest("main [data-inputs]")?.getAttribute("data-inputs") ?? "");
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
        test(`Tab leads to all inputs of ${page.file}`, () => read(page.file, async (reader) => {
            const passed = await walk(reader);
            assert.deepEqual(shown(page).filter((of) => !passed.includes(of)), []);
        }));

        test(`the keys move every input that is at home in ${page.file}`, () => read(page.file, async (reader) => {
            for (const { inputs: { inputs: of, each } } of met(page)) {
                const controls = await reader.open(of);
                for (const [i, { name, steps, ends, ...input }] of each.entries()) {
                    /** @type {[string, string]} */ const back = ["Escape", input.default];
                    /** @type {[string, string][]} */
                    const keys = [["ArrowUp", steps[1]], back, ["ArrowLeft", steps[-1]], back, ["Shift+ArrowRight", steps[10]], back,
                        ["Shift+ArrowDown", steps[-10]], back, ["Home", ends[0]], ["End", ends[1]], back];
                    /** @type {[string, string][]} */
                    const others = [["ArrowRight", steps[1]], back, ["ArrowDown", steps[-1]], back, ["PageUp", steps[10]], back,
                        ["PageDown", steps[-10]], back];
                    if (i === 0) keys.push(...others);
                    const seen = await pressed(reader, controls, i, keys.map(([key]) => key));
                    assert.deepEqual(keys.map(([key], k) => [key, seen[k]]), keys.map(([key, bits]) => [key, number(bits)]), `${of}.${name}`);
                }
            }
        }));

        test(`a key moves in ${page.file} what depends on its input, and nothing else`, () => read(page.file, async (reader) => {
            for (const inputs of shown(page).map(group)) {
                const { of, values: standard } = inputs.book;
                const controls = await reader.open(of);
                for (const [i, setting] of inputs.steps.entries()) {
                    await reader.focus(`${controls} [role=spinbutton]`, i);
                    await reader.tab.keyboard.press(number(setting.values[i]) > number(standard[i]) ? "ArrowUp" : "ArrowDown");
                    assert.deepEqual(await reader.wrong(page, inputs, setting), [], `${of}, input ${i} moved`);
                    await reader.tab.keyboard.press("Escape");
                    assert.deepEqual(await reader.wrong(page, inputs, inputs.book), [], `${of}, input ${i} back`);
                }
            }
        }));
    }
});
