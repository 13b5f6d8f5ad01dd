// Inputs are moved by a mouse and by a finger: numbers in the text and in formulas, and sliders.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { reading } from "../reader.js";
import { number } from "../reference.js";
import { browser, http, met, pages, read } from "../stage.js";

/** @typedef {import("../reader.js").Reader} Reader */

/** How far a number may be from the next setting, in pixels. */
const FAR = 40;

/** The middle of what `selector` finds first, brought into view: where it is once that is painted, which is
 * what a hand aims at. @param {Reader} reader @param {string} selector */
async function middle({ tab }, selector) {
    return tab.evaluate(async (selector) => {
        const element = document.querySelector(selector);
        element?.scrollIntoView({ block: "center", inline: "nearest" });
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
        const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
        return { x: x + width / 2, y: y + height / 2, width };
    }, selector);
}

/** The value behind the number that `selector` finds first. @param {Reader} reader @param {string} selector */
const value = async ({ tab }, selector) => Number(await tab.getAttribute(selector, "value"));

/** Inputs in the text and in formulas of `page`, one of each kind for each name.
 * @param {import("../page.js").Page} page */
const draggable = (page) => met(page).flatMap((inputs) => ["main :not(.katex *)", "main .katex *"].flatMap((place) => {
    const { of } = inputs.book;
    const mark = page.marks.find((mark) => mark.of === of && mark.input !== null && mark.value !== null);
    return mark ? [{ inputs, i: Number(mark.input), selector: `${place}:is(data[data-name="${mark.name}"])` }] : [];
}));

describe("a mouse", { concurrency: 2 }, () => {
    for (const page of pages) {
        test(`drags numbers of ${page.file} from setting to setting, and back`, () => read(page.file, async (reader) => {
            const { mouse } = reader.tab;
            for (const { inputs, i, selector } of draggable(page)) {
                if (await reader.tab.locator(selector).count() === 0) continue;
                const { values: standard } = inputs.book;
                const setting = inputs.steps[i];
                const right = Math.sign(number(setting.values[i]) - number(standard[i]));
                for (const [way, due] of /** @type {const} */ ([[right, setting], [-right, inputs.book]])) {
                    const before = await value(reader, selector);
                    const { x, y } = await middle(reader, selector);
                    await mouse.move(x, y);
                    await mouse.down();
                    for (let far = 1; far < FAR && await value(reader, selector) === before; far += 1) await mouse.move(x + way * far, y);
                    await mouse.up();
                    assert.deepEqual(await reader.wrong(page, inputs, due), [], `${selector} dragged by ${way}`);
                }
            }
        }));
    }

    test("takes a slider to its ends", () => read(pages[0].file, async (reader) => {
        for (const { of } of pages[0].figures) {
            const { ends } = met(pages[0]).find((inputs) => inputs.book.of === of)?.inputs.each[0] ?? assert.fail(of);
            const slider = `figure[data-inputs="${of}"] .controls input[type=range]`;
            for (const [side, end] of [[1, ends[1]], [-1, ends[0]]]) {
                const { x, y, width } = await middle(reader, slider);
                await reader.tab.mouse.click(x + Number(side) * (width / 2 - 2), y);
                assert.equal(await reader.tab.locator(slider).first().inputValue(), String(number(String(end))), `${of}, side ${side}`);
            }
        }
    }));
});

describe("a finger", { concurrency: 2 }, () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    for (const page of pages) {
        test(`drags numbers of ${page.file}, and back`, () => reading(browser, `${http}/${page.file}`, { as: phone }, async (reader) => {
            const session = await reader.tab.context().newCDPSession(reader.tab);
            const touch = (/** @type {"touchStart" | "touchMove"} */ type, /** @type {number} */ x, /** @type {number} */ y) =>
                session.send("Input.dispatchTouchEvent", { type, touchPoints: [{ x, y }] });
            for (const { inputs, i, selector } of draggable(page)) {
                if (await reader.tab.locator(selector).count() === 0) continue;
                const standard = number(inputs.book.values[i]);
                const right = Math.sign(number(inputs.steps[i].values[i]) - standard);
                const { x, y } = await middle(reader, selector);
                await touch("touchStart", x, y);
                for (let far = 2; far < FAR && await value(reader, selector) === standard; far += 2) await touch("touchMove", x + right * far, y);
                assert.equal(Math.sign(await value(reader, selector) - standard), right, `${selector} moves`);
                await touch("touchMove", x, y);
                await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
                assert.deepEqual(await reader.wrong(page, inputs, inputs.book), [], `${selector} moves back`);
            }
        }));
    }

    test("opens a number to type, and takes a slider to its end", () => reading(browser, `${http}/${pages[0].file}`, { as: phone }, async (reader) => {
        const { of } = pages[0].figures[0];
        const { ends } = met(pages[0]).find((inputs) => inputs.book.of === of)?.inputs.each[0] ?? assert.fail(of);
        const controls = `figure[data-inputs="${of}"] .controls`;
        const slider = await middle(reader, `${controls} input[type=range]`);
        await reader.tab.touchscreen.tap(slider.x + slider.width / 2 - 2, slider.y);
        const shown = reader.tab.locator(`${controls} [role=spinbutton]`).first();
        assert.equal(await shown.getAttribute("aria-valuenow"), String(number(ends[1])));
        const { x, y } = await middle(reader, `${controls} [role=spinbutton]`);
        await reader.tab.touchscreen.tap(x, y);
        await reader.tab.keyboard.insertText(String(number(ends[0])));
        await reader.tab.keyboard.press("Enter");
        assert.equal(await shown.getAttribute("aria-valuenow"), String(number(ends[0])));
    }));
});
