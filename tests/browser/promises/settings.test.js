// At any setting that a reader types, the page shows what the native functions say, to the last bit.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { asked } from "../asked.js";
import { shown } from "../page.js";
import { reading } from "../reader.js";
import { number } from "../reference.js";
import { browser, file, group, home, http, pages } from "../stage.js";

/** Of the settings of some inputs, so many are tried on pages that are not their home, and from files. */
const FEW = 2;

for (const address of [http, file]) {
    describe(address, { concurrency: 2 }, () => {
        for (const page of pages) {
            test(`${page.file} shows what is so at any setting`, () => reading(browser, `${address}/${page.file}`, {}, async (reader) => {
                const unlike = await asked(reader.tab);
                for (const inputs of shown(page).map(group)) {
                    const { of } = inputs.book;
                    const controls = await reader.open(of);
                    const whole = address === http && home(of) === page;
                    let before = inputs.book.values;
                    for (const setting of whole ? inputs.random : inputs.random.slice(0, FEW)) {
                        for (const [i, value] of setting.values.entries()) {
                            if (value !== before[i]) await reader.type(controls, i, String(number(value)));
                        }
                        before = setting.values;
                        /** @type {string[]} */ const wrong = [...await reader.wrong(page, inputs, setting), ...await unlike(setting)];
                        assert.deepEqual(wrong, [], `${of} at ${before.map(number)}`);
                    }
                    await reader.reset(controls);
                    assert.deepEqual(await reader.wrong(page, inputs, inputs.book), [], `${of} set back`);
                }
            }));
        }
    });
}
