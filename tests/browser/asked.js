// The page's own program, asked for all of its results: many stand on no page.
import { number } from "./reference.js";

/** @typedef {import("./reference.js").Setting} Setting */

/** A fresh instance of the program of the page in `tab`; its answer tells what it says otherwise than `setting`.
 * @param {import("playwright-core").Page} tab @returns {Promise<(setting: Setting) => Promise<string[]>>} */
export async function asked(tab) {
    /** @type {import("playwright-core").JSHandle<any>} */
    const instance = await tab.evaluateHandle(async () => {
        const { program } = /** @type {any} */ (window);
        return program.instance(await program.compile());
    });
    return async ({ values, answers, drawings }) => {
        const questions = { values: values.map(number), examples: Object.keys(answers), figures: Object.keys(drawings) };
        const said = await instance.evaluate((it, { values, examples, figures }) => {
            const inputs = Float64Array.from(values);
            /** @param {() => any} ask */
            const answer = (ask) => {
                try {
                    return { Ok: ask() };
                } catch (refusal) {
                    return { Err: String(refusal) };
                }
            };
            /** @param {Float64Array} values */
            const bits = (values) => [...new BigUint64Array(values.buffer)].map((x) => x.toString(16).padStart(16, "0"));
            const runs = examples.map((example) => [example, answer(() => {
                const { names, values } = it.run(example, inputs);
                const all = bits(values);
                return names.map((/** @type {string} */ name, /** @type {number} */ i) => [name, all[i]]);
            })]);
            const drawn = figures.map((figure) => [figure, answer(() => it.draw(figure, inputs))]);
            return JSON.stringify(Object.fromEntries([...runs, ...drawn]));
        }, questions);
        const given = JSON.parse(said);
        return Object.entries({ ...answers, ...drawings })
            .filter(([name, answer]) => JSON.stringify(answer) !== JSON.stringify(given[name]))
            .map(([name]) => `the program gives another ${name}`);
    };
}
