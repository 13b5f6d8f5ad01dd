// A program that cannot be loaded, or is damaged, or stops at one figure, leaves a page that can be read.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { folder } from "../book.js";
import { reading } from "../reader.js";
import { number } from "../reference.js";
import { browser, file, group, http, pages } from "../stage.js";

/** @typedef {import("playwright-core").Page} Tab */
/** @typedef {import("playwright-core").Route} Route */

/** The page with the most figures. */
const page = pages.toSorted((a, b) => b.figures.length - a.figures.length)[0];

const name = page.programs[0] ?? assert.fail("There is no program.");
const script = await readFile(join(folder, name), "utf8");

/** What comes in the place of the program, by what has happened to it. @type {Record<string, (route: Route) => Promise<void>>} */
const damaged = {
    "is not there": (route) => route.request().url().startsWith("http") ? route.fulfill({ status: 404 }) : route.abort(),
    "has come by half": (route) => route.fulfill({ contentType: "text/javascript", body: script.slice(0, script.length / 2) }),
    "is no program": (route) => route.fulfill({ contentType: "text/javascript", body: script.replace("\0asm", "\0mas") }),
};

/** In the program's own code, what happens in `draw` when the figure `name` panics: the call traps, and from then
 * on the instance must not be asked anything but what the panic said. @param {string} name */
const trap = (name) => `for (const program of Object.values(programs)) {
    const make = program.instance;
    program.instance = (module) => {
        let trapped = false;
        return new Proxy(make(module), { get: (it, question) => question === "last_panic" ? () => "a panic" : (...words) => {
            if (trapped) throw new Error("a trapped instance was asked: " + question);
            if (question !== "draw" || words[0] !== ${JSON.stringify(name)}) return it[question](...words);
            trapped = true;
            throw new WebAssembly.RuntimeError("unreachable");
        } });
    };
}`;

for (const address of [http, file]) {
    describe(address, { concurrency: 2 }, () => {
        for (const [what, answer] of Object.entries(damaged)) {
            const before = (/** @type {Tab} */ tab) => tab.route(`**/${name}`, answer);
            test(`a program that ${what} leaves the book's own page, and says so`, () => reading(browser, `${address}/${page.file}`, { answers: false, before, complaints: /./ }, async (reader) => {
                const words = reader.tab.locator("figure .controls:not([aria-hidden])");
                await words.first().waitFor();
                for (const text of await words.allTextContents()) assert.match(text, /^This figure stands still: .+\.$/);
                assert.equal(await words.count(), page.figures.length);
                assert.equal(await words.first().isVisible(), true);
                assert.deepEqual((await reader.numbers()).map(({ text }) => text), page.marks.map((mark) => mark.literal));
                for (const { of } of page.figures) assert.deepEqual(await reader.figures(group(of).book), []);
                assert.equal(await reader.tab.locator("main [role=spinbutton], .dock").count(), 0);
            }));
        }

        const [{ name: broken, of }, ...others] = page.figures;
        const before = (/** @type {Tab} */ tab) => tab.route(`**/${name}`, (route) => route.fulfill({ contentType: "text/javascript", body: `${script}\n${trap(broken)}` }));
        test(`a figure that panics says so, and the rest of the page answers on`, () => reading(browser, `${address}/${page.file}`, { before }, async (reader) => {
            const set = async (/** @type {string} */ of) => {
                const { book, random: [setting] } = group(of);
                for (const [i, value] of setting.values.entries()) {
                    if (value !== book.values[i]) await reader.type(`figure[data-inputs="${of}"] .controls`, i, String(number(value)));
                }
            };
            await set(of);
            const sentence = "No picture for these inputs: the program stopped, which it should not (a panic).";
            const still = { ...group(of).book, drawings: { [broken]: group(of).book.drawings[broken] } };
            assert.deepEqual(await reader.figures(still, sentence), []);
            assert.deepEqual(await reader.unlike(page, group(of).random[0]), [], "the numbers of the same inputs");
            for (const other of others) {
                await set(other.of);
                const [setting] = group(other.of).random;
                assert.deepEqual([...await reader.figures(setting), ...await reader.unlike(page, setting)], [], other.name);
            }
        }));
    });
}
