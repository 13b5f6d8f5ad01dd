// What unfolds can be played, stepped through, held, sped up and set back.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { reading } from "../reader.js";
import { number } from "../reference.js";
import { browser, http, met, pages, read } from "../stage.js";

/** @typedef {import("../reader.js").Reader} Reader */
/** @typedef {import("../reference.js").Group} Group */

/** So many settings are enough to see what the speed is. */
const MANY = 40;

const films = pages.flatMap((page) => met(page).filter(({ inputs }) => inputs.unfolding.length > 0).map((inputs) => ({ page, inputs })));

/** The settings that follow the book's own until the end, which comes before the first setting again.
 * @param {Group} inputs */
function ending({ inputs: { unfolding: all, each } }) {
    const first = all.findIndex((setting) => setting.every((bits, i) => bits === each[i].ends[0] || all.every((other) => other[i] === bits)));
    return first === 1 ? [...all.slice(1), all[0]] : all.slice(1, first === 0 ? all.length : first);
}

/** Follows the values below `controls` from now on. @param {Reader} reader @param {string} controls */
async function follow({ tab }, controls) {
    const followed = await tab.evaluateHandle((controls) => {
        const place = document.querySelector(controls);
        /** @type {number[][]} */ const seen = [];
        new MutationObserver(() => {
            const now = [...place?.querySelectorAll("[role=spinbutton]") ?? []].map((input) => Number(input.getAttribute("aria-valuenow")));
            if (JSON.stringify(now) !== JSON.stringify(seen.at(-1))) seen.push(now);
        }).observe(place ?? document, { subtree: true, attributeFilter: ["aria-valuenow"] });
        return seen;
    }, controls);
    return () => followed.evaluate((seen) => seen);
}

/** A button below `controls`. @param {Reader} reader @param {string} controls @param {string} name */
const button = ({ tab }, controls, name) => tab.locator(controls).getByRole("button", { name, exact: true });

describe("what unfolds", { concurrency: 2 }, () => {
    test("is there", () => assert(films.length > 0));

    for (const { page, inputs } of films) {
        const { of } = inputs.book;
        const all = inputs.inputs.unfolding;

        test(`${of} is stepped through, around and set back`, () => read(page.file, async (reader) => {
            const controls = await reader.open(of);
            const seen = await follow(reader, controls);
            const step = button(reader, controls, "Step");
            for (let k = 0; k < all.length; k += 1) await step.press("Enter");
            const due = [...all.slice(1), all[0]].map((setting) => setting.map(number));
            assert.deepEqual(await seen(), due);
            await step.press("Enter");
            await button(reader, controls, "Reset").press("Enter");
            assert.deepEqual(await reader.wrong(page, inputs, inputs.book), []);
        }));

        test(`${of} is played to its end at four times the speed`, () => read(page.file, async (reader) => {
            const controls = await reader.open(of);
            const seen = await follow(reader, controls);
            await reader.focus(`${controls} select`);
            for (const key of ["ArrowDown", "ArrowDown"]) await reader.tab.keyboard.press(key);
            assert.equal(await reader.tab.locator(`${controls} select`).inputValue(), "4×");
            await button(reader, controls, "Play").click();
            await button(reader, controls, "Pause").waitFor();
            await button(reader, controls, "Play").waitFor();
            assert.deepEqual(await seen(), ending(inputs).map((setting) => setting.map(number)));
        }));

        test(`${of} is held, and an input that is moved holds it`, () => read(page.file, async (reader) => {
            const controls = await reader.open(of);
            const seen = await follow(reader, controls);
            const still = async () => {
                await button(reader, controls, "Play").waitFor();
                const { length } = await seen();
                await reader.tab.waitForTimeout(1000);
                assert.equal((await seen()).length, length);
            };
            await button(reader, controls, "Play").click();
            await button(reader, controls, "Pause").click();
            await still();
            await button(reader, controls, "Play").click();
            await reader.focus(`${controls} input`);
            for (const key of ["Home", "End"]) await reader.tab.keyboard.press(key);
            await still();
        }));

        test(`${of} does not play for those who want less motion`, () => reading(browser, `${http}/${page.file}`, { as: { reducedMotion: "reduce" } }, async (reader) => {
            const controls = await reader.open(of);
            assert.equal(await reader.tab.locator(`${controls} select`).isVisible(), false);
            assert.equal(await button(reader, controls, "Play").isVisible(), false);
            assert.equal(await button(reader, controls, "Step").isVisible(), true);
        }));
    }

    for (const { page, inputs } of films.filter(({ inputs }) => inputs.inputs.unfolding.length > MANY)) {
        test(`${inputs.book.of} goes as much faster and slower as its speed says`, () => {
            const before = (/** @type {import("playwright-core").Page} */ tab) => tab.clock.install();
            return reading(browser, `${http}/${page.file}`, { before }, async (reader) => {
                const controls = await reader.open(inputs.book.of);
                await reader.tab.clock.pauseAt(Date.now() + 60_000);
                const steps = async (/** @type {string} */ speed) => {
                    await reader.tab.locator(`${controls} select`).selectOption(speed);
                    const seen = await follow(reader, controls);
                    await button(reader, controls, "Play").click();
                    await reader.tab.clock.runFor(800);
                    await button(reader, controls, "Pause").click();
                    const steps = await seen();
                    await button(reader, controls, "Reset").click();
                    return steps.length - 1;
                };
                const once = await steps("1×");
                assert(once >= 4, `${once} steps`);
                for (const [speed, times] of /** @type {[string, number][]} */ ([["¼×", 0.25], ["½×", 0.5], ["2×", 2], ["4×", 4]])) {
                    const counted = await steps(speed);
                    assert(Math.abs(counted - times * once) <= 1 + times, `${counted} steps at ${speed}, ${once} at 1×`);
                }
            });
        });
    }
});
