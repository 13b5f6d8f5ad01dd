// At any setting that a reader types, the page shows what the native functions say, to the last bit.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { asked } from "../asked.js";
import { folder } from "../book.js";
import { launch } from "../chromium.js";
import { home, printed, shown } from "../page.js";
import { reading } from "../reader.js";
import { number, reference } from "../reference.js";
import { serve } from "../serve.js";

/** Of the settings of some inputs, so many are tried on pages that are not their first, and over file:. */
const FEW = 2;

const groups = reference();
const browser = await launch();
const http = await serve(folder);
after(() => Promise.all([browser.close(), http.close()]));
const book = await printed(browser);
const pages = book.filter((page) => page.file !== "print.html" && shown(page).length > 0);

for (const address of [http.address, String(pathToFileURL(folder))]) {
    describe(address, { concurrency: 2 }, () => {
        for (const page of pages) {
            test(`${page.file} shows what is so at any setting`, () => reading(browser, `${address}/${page.file}`, {}, async (reader) => {
                const said = await asked(reader.tab);
                for (const of of shown(page)) {
                    const group = groups.get(of);
                    assert(group, `no inputs are called ${of}`);
                    const controls = await reader.open(of);
                    const whole = address === http.address && home(book, of) === page.file;
                    let before = group.book.values;
                    for (const setting of whole ? group.random : group.random.slice(0, FEW)) {
                        for (const [i, value] of setting.values.entries()) {
                            if (value !== before[i]) await reader.type(controls, i, String(number(value)));
                        }
                        before = setting.values;
                        /** @type {string[]} */ const found = [...await reader.wrong(page, group, setting), ...await said(setting)];
                        assert.deepEqual(found, [], `${of} at ${before.map(number)}`);
                    }
                    await reader.reset(controls);
                    assert.deepEqual(await reader.wrong(page, group, group.book), [], `${of} set back`);
                }
            }));
        }
    });
}
