// A reader at a page: opens it, acts by the keyboard, and reads what it shows.
import assert from "node:assert/strict";
import { follows } from "./reference.js";

/** @typedef {import("playwright-core").Page} Tab */
/** @typedef {import("./page.js").Page} Page */
/** @typedef {import("./reference.js").Group} Group */
/** @typedef {import("./reference.js").Setting} Setting */

/** A bound number as it stands in the page.
 * @typedef {{text: string, value: string | null}} Seen */

/** How a page is opened.
 * @typedef {object} Options
 * @property {import("playwright-core").BrowserContextOptions} [as] What the browser is like: its width, its media.
 * @property {RegExp} [complaints] What the page is expected to complain of; else it must not complain.
 * @property {boolean} [answers] Whether to wait until the page answers; the default is to.
 * @property {boolean} [unfold] Whether to open all boxes, as a reader does who wants what is inside; the default is
 *   to, where the page answers.
 * @property {(tab: Tab) => Promise<unknown>} [before] What to do before the page is opened. */

/** Opens the page at `address`, lets `act` act, and sees that the page has not complained of anything and
 * has asked nobody else for anything.
 * @template T @param {import("playwright-core").Browser} browser @param {string} address
 * @param {Options} options @param {(reader: Reader) => Promise<T>} act @returns {Promise<T>} */
export async function reading(browser, address, { as = {}, complaints, answers = true, unfold = answers, before }, act) {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, reducedMotion: "no-preference", ...as });
    try {
        const tab = await context.newPage();
        /** @type {string[]} */ const messages = [];
        /** @type {string[]} */ const requests = [];
        tab.on("console", (message) => {
            if (["error", "warning"].includes(message.type())) messages.push(`${message.text()} at ${message.location().url}`);
        });
        tab.on("pageerror", (error) => messages.push(String(error)));
        tab.on("request", (request) => requests.push(request.url()));
        await before?.(tab);
        await tab.goto(address);
        const reader = new Reader(tab, requests);
        if (answers) await reader.answers();
        if (unfold) await tab.evaluate(() => document.querySelectorAll("main details").forEach((box) => box.setAttribute("open", "")));
        const done = await act(reader);
        const own = new URL(address);
        const away = requests.filter((url) => {
            const { protocol, host } = new URL(url);
            return !["data:", "blob:"].includes(protocol) && (protocol !== own.protocol || host !== own.host);
        });
        assert.deepEqual(away, [], "the page asked others");
        assert.deepEqual(messages.filter((line) => !complaints?.test(line)), [], "the page complained");
        return done;
    } finally {
        await context.close();
    }
}

/** What `seen` differs in from what is due for the bound number `mark`. No number is shown as a zero that it is not.
 * @param {import("./page.js").Mark} mark @param {Seen} seen @param {{text: string, value: number}} due */
function differs(mark, { text, value }, due) {
    const same = text === due.text && (value === null || Object.is(Number(value), due.value));
    const zero = text !== mark.literal && /^[−-]?0[.0]*%?$/.test(text) && due.value !== 0;
    return same && !zero ? [] : [`${mark.name} shows ${text} (${value}) and not ${due.text} (${due.value})`];
}

export class Reader {
    /** @param {Tab} tab @param {string[]} requests */
    constructor(tab, requests) {
        this.tab = tab;
        /** All addresses that the page has asked for. */
        this.requests = requests;
    }

    /** Waits until the page answers. */
    async answers() {
        await this.tab.waitForSelector("html.live", { state: "attached" });
    }

    /** All bound numbers of the page, in order: text and value.
     * @returns {Promise<Seen[]>} */
    async numbers() {
        return JSON.parse(await this.tab.evaluate(() => JSON.stringify([...document.querySelectorAll("main [data-name]")]
            .map((element) => ({ text: element.textContent, value: element.getAttribute("value") })))));
    }

    /** What on the page, printed as `page`, is not as it must be at `setting` of the inputs of `group`, while
     * all others are the book's. @param {Page} page @param {Group} group @param {Setting} setting @returns {Promise<string[]>} */
    async wrong(page, group, setting) {
        const numbers = await this.numbers();
        const others = page.marks.flatMap((mark, at) => mark.of === setting.of ? []
            : differs(mark, numbers[at], { text: mark.literal, value: Number(mark.value) }));
        return [...others, ...await this.unlike(page, setting), ...await this.figures(setting), ...await this.words(group, setting)];
    }

    /** Which numbers of `page` that follow the inputs of `setting` are not as they must be there, whatever the
     * others are. @param {Page} page @param {Setting} setting @returns {Promise<string[]>} */
    async unlike(page, setting) {
        const numbers = await this.numbers();
        return page.marks.flatMap((mark, at) => mark.of === setting.of ? differs(mark, numbers[at], follows(mark, setting)) : []);
    }

    /** What of the figures is not as drawn, or says another thing than `words` below it.
     * @param {Setting} setting @param {string} [words] @returns {Promise<string[]>} */
    figures({ drawings }, words = "") {
        return this.tab.evaluate(([drawings, words]) => Object.entries(drawings).flatMap(([name, drawn]) => {
            const figure = document.querySelector(`figure[data-figure="${name}"]`);
            if (figure === null) return [];
            const text = figure.querySelector(".trouble")?.textContent ?? "";
            if ("Err" in drawn) {
                return text === `No picture for these inputs: ${drawn.Err}.` ? [] : [`the figure ${name} says: ${text}`];
            }
            const template = document.createElement("template");
            template.innerHTML = drawn.Ok.trim();
            const same = figure.querySelector(":scope > svg")?.isEqualNode(template.content.firstChild);
            return same && text === words ? [] : [`the figure ${name} is another, and says: ${text}`];
        }), /** @type {const} */ ([drawings, words]));
    }

    /** Which words that hold for the book's inputs only are set back while they should not be, or are not
     * while they should. @param {Group} group @param {Setting} setting @returns {Promise<string[]>} */
    words({ book }, { of, values }) {
        const departed = values.some((value, i) => value !== book.values[i]) ? of : null;
        return this.tab.evaluate((departed) => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("main .only"))]
            .filter((words) => words.classList.contains("set-back") !== words.dataset.inputs?.split(" ").includes(departed ?? ""))
            .map((words) => `set back, or not: ${words.textContent}`), departed);
    }

    /** Goes, by the keyboard, to where the inputs called `of` can be set: below their figure, or at the
     * window's foot, where Enter on one of their numbers leads. Returns what finds them. @param {string} of */
    async open(of) {
        const below = `figure[data-inputs="${of}"] .controls`;
        if (await this.tab.locator(below).count()) return below;
        await this.tab.locator(`main [data-inputs="${of}"][tabindex="0"]`).first().focus();
        await this.tab.keyboard.press("Enter");
        return ".dock .controls";
    }

    /** Focuses element `i` of those that `selector` finds. @param {string} selector */
    focus(selector, i = 0) {
        return this.tab.evaluate(([selector, i]) => {
            /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector))[i].focus();
        }, /** @type {const} */ ([selector, i]));
    }

    /** Types `text` over the number of input `i` below `controls`. @param {string} controls @param {number} i @param {string} text */
    async type(controls, i, text) {
        await this.focus(`${controls} [role=spinbutton]`, i);
        const { keyboard } = this.tab;
        await Promise.all([keyboard.press(text[0]), keyboard.insertText(text.slice(1)), keyboard.press("Enter")]);
    }

    /** Sets all inputs back by the button below `controls`. @param {string} controls */
    async reset(controls) {
        await this.focus(`${controls} button:last-child`);
        await this.tab.keyboard.press("Enter");
    }
}
