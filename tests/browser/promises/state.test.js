// What a reader has set stays in the address; what is set back is the book's own text.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { reading } from "../reader.js";
import { number } from "../reference.js";
import { browser, file, http, met, pages } from "../stage.js";

/** @typedef {import("../reader.js").Reader} Reader */

/** All that a reader sees of the page's text: without what its script has put there. @param {Reader} reader */
const text = ({ tab }) => tab.evaluate(() => {
    const main = /** @type {Element | undefined} */ (document.querySelector("main")?.cloneNode(true));
    main?.querySelectorAll(".controls, .dock, .voice, .pad").forEach((made) => made.remove());
    return main?.textContent;
});

/** All figures, as they are drawn. @param {Reader} reader */
const figures = ({ tab }) => tab.evaluate(() => [...document.querySelectorAll("main figure > svg")].map((svg) => svg.outerHTML));

/** Waits until the address names the heading and what differs from the book: it is written once things are quiet.
 * @param {Reader} reader @param {string} heading @param {string[]} departed */
async function fragment({ tab }, heading, departed) {
    const due = [`#${heading}`, departed.toSorted().join("&")].filter(Boolean).join("?");
    const now = () => {
        const [heading, state = ""] = location.hash.split("?");
        return [heading, state.split("&").sort().join("&")].filter(Boolean).join("?");
    };
    await tab.waitForFunction(`(${now})() === ${JSON.stringify(due)}`, undefined, { timeout: 3000 })
        .catch(async () => assert.equal(await tab.evaluate(now), due));
}

for (const address of [http, file]) {
    describe(address, { concurrency: 2 }, () => {
        for (const page of pages) {
            test(`${page.file} keeps what is set when it is loaded again, and is the book's when it is set back`, () => reading(browser, `${address}/${page.file}#${page.heading}`, {}, async (reader) => {
                const drawn = await figures(reader);
                /** @type {string[]} */ const departed = [];
                for (const { inputs: { each }, book, random: [setting] } of met(page)) {
                    const controls = await reader.open(book.of);
                    for (const [i, value] of setting.values.entries()) {
                        if (value === book.values[i]) continue;
                        await reader.type(controls, i, String(number(value)));
                        departed.push(`${book.of}.${each[i].name}=${number(value)}`);
                    }
                }
                await fragment(reader, page.heading, departed);
                assert.equal(await reader.tab.locator(".dock a").getAttribute("href") || reader.tab.url(), reader.tab.url());
                const [numbers, others] = [await reader.numbers(), await figures(reader)];

                await reader.tab.reload();
                await reader.answers();
                assert.deepEqual([await reader.numbers(), await figures(reader)], [numbers, others], "loaded again");

                if (met(page).length > 0) await reader.tab.getByRole("button", { name: "Reset all" }).press("Enter");
                const now = await reader.numbers();
                assert.equal(await text(reader), page.text);
                assert.deepEqual(now.map(({ value }) => value), page.marks.map((mark) => mark.value));
                assert.deepEqual(await figures(reader), drawn);
                await fragment(reader, page.heading, []);
            }));
        }
    });
}
