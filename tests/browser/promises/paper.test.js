// The book is complete without its scripts, on paper, and as one page: default numbers and figures, no controls.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { reading } from "../reader.js";
import { number } from "../reference.js";
import { book, browser, file, group, http, met, pages } from "../stage.js";

/** @typedef {import("../reader.js").Reader} Reader */
/** @typedef {import("../page.js").Page} Page */

/** What is not the book's own of `page`, and what of its controls can be seen. @param {Reader} reader @param {Page} page */
async function foreign(reader, page) {
    const numbers = await reader.numbers();
    const others = page.marks.filter((mark, at) => numbers[at].text !== mark.literal || numbers[at].value !== mark.value);
    const drawings = await Promise.all(page.figures.map(({ of }) => reader.figures(group(of).book)));
    const seen = await reader.tab.evaluate(() => {
        const visible = (/** @type {Element} */ element) => element.checkVisibility({ visibilityProperty: true });
        const controls = [...document.querySelectorAll(".controls, .dock, main [role=spinbutton] ~ input, main button[type=button]")].filter(visible);
        // On a screen a box can be opened, without scripts as well. Paper shows what is inside.
        const boxed = (/** @type {Element} */ element) => matchMedia("screen").matches && element.closest("details:not([open])") !== null;
        const unseen = [...document.querySelectorAll("main figure > svg, main [data-name]:not(mn)")].filter((element) => !visible(element) && !boxed(element));
        const back = [...document.querySelectorAll("main .set-back, main data.changed")];
        return [...controls, ...unseen, ...back].map((element) => element.outerHTML.slice(0, 200));
    });
    return [...others, ...drawings.flat(), ...seen];
}

for (const address of [http, file]) {
    describe(address, { concurrency: 2 }, () => {
        for (const page of [...pages, ...book.filter(({ file }) => file === "print.html")]) {
            test(`${page.file} without scripts is complete`, () => reading(browser, `${address}/${page.file}`, { answers: false, as: { javaScriptEnabled: false } }, async (reader) => {
                assert.deepEqual(await foreign(reader, page), []);
                const text = await reader.tab.evaluate(() => {
                    document.querySelectorAll(".controls").forEach((place) => place.remove());
                    return document.querySelector("main")?.textContent;
                });
                assert.equal(text, page.text);
            }));
        }

        test("print.html stays as it is, on the screen and on paper", () => reading(browser, `${address}/print.html`, { answers: false }, async (reader) => {
            const page = book.find(({ file }) => file === "print.html") ?? assert.fail("There is no print.html.");
            await reader.tab.waitForLoadState("networkidle");
            assert.deepEqual(await foreign(reader, page), []);
            await reader.tab.emulateMedia({ media: "print" });
            assert.deepEqual(await foreign(reader, page), []);
            assert.deepEqual(reader.requests.filter((url) => url.includes("program-")), []);
        }));

        for (const page of pages) {
            test(`${page.file} prints the book's numbers, whatever is set, and shows the reader's again`, () => reading(browser, `${address}/${page.file}`, {}, async (reader) => {
                for (const { book, random: [setting] } of met(page).slice(0, 2)) {
                    const controls = await reader.open(book.of);
                    for (const [i, value] of setting.values.entries()) {
                        if (value !== book.values[i]) await reader.type(controls, i, String(number(value)));
                    }
                }
                const before = await reader.numbers();
                await reader.tab.emulateMedia({ media: "print" });
                // Paper is laid out between these two events; so is what `pdf` makes.
                const printed = await reader.tab.evaluateHandle(() => {
                    const printed = { main: "" };
                    window.addEventListener("beforeprint", () => { printed.main = document.querySelector("main")?.outerHTML ?? ""; });
                    return printed;
                });
                await reader.tab.pdf();
                const main = await printed.evaluate(({ main }) => main);
                assert.notEqual(main, "", "nothing was printed");
                assert.deepEqual(await reader.numbers(), before);
                await reader.tab.evaluate((main) => { (document.querySelector("main") ?? document.body).outerHTML = main; }, main);
                assert.deepEqual(await foreign(reader, page), []);
            }));
        }
    });
}
