// What cannot be is not taken: the page says what it expected, and nothing changes.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { met, pages, read } from "../stage.js";

const written = (/** @type {number} */ x) => String(x).replace("-", "−");

describe("what cannot be", { concurrency: 2 }, () => {
    for (const page of pages) {
        test(`is not taken in ${page.file}, which says what it expected`, () => read(page.file, async (reader) => {
            for (const inputs of met(page)) {
                const controls = await reader.open(inputs.book.of);
                for (const [i, { label, min, max }] of inputs.inputs.each.entries()) {
                    for (const text of [String(max + 1), String(min - 1), ...i === 0 ? ["5 apples", "-", "1e999"] : []]) {
                        await reader.type(controls, i, text);
                        const expected = `${label}: expected a number from ${written(min)} to ${written(max)}, not ${text}`;
                        const sentences = await reader.tab.evaluate(([controls, i]) => {
                            const input = /** @type {HTMLElement} */ (document.querySelectorAll(`${controls} [role=spinbutton]`)[i]);
                            return [input.dataset.refusal, document.querySelector(".voice")?.textContent];
                        }, /** @type {const} */ ([controls, i]));
                        assert.deepEqual(sentences, [expected, expected]);
                    }
                }
                assert.deepEqual(await reader.wrong(page, inputs, inputs.book), [], inputs.book.of);
            }
        }));
    }
});
