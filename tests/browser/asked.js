// The page's own programs, asked for all of its results: many stand on no page.
import { number } from "./reference.js";

/** @typedef {import("./reference.js").Setting} Setting */

/** Fresh instances of the programs of the page in `tab`; its answer tells what it says otherwise than `setting`.
 * @param {import("playwright-core").Page} tab @returns {Promise<(setting: Setting) => Promise<string[]>>} */
export async function asked(tab) {
    /** @type {import("playwright-core").JSHandle<any>} */
    const chapters = await tab.evaluateHandle(() => Promise.all(Object.values(window.programs).map(async (program) => {
        const named = Object.values(program.catalogue).flatMap(({ examples, figures }) => [...examples, ...figures]);
        return { named, instance: program.instance(await program.compile()) };
    })));
    return async ({ values, answers, drawings }) => {
        const questions = { values: values.map(number), examples: Object.keys(answers), figures: Object.keys(drawings) };
        const json = await chapters.evaluate((chapters, { values, examples, figures }) => {
            const inputs = Float64Array.from(values);
            /** @param {string} name */
            const of = (name) => chapters.find((/** @type {any} */ { named }) => named.includes(name)).instance;
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
                const { names, values } = of(example).run(example, inputs);
                const all = bits(values);
                return names.map((/** @type {string} */ name, /** @type {number} */ i) => [name, all[i]]);
            })]);
            const drawn = figures.map((figure) => [figure, answer(() => of(figure).draw(figure, inputs))]);
            return JSON.stringify(Object.fromEntries([...runs, ...drawn]));
        }, questions);
        const given = JSON.parse(json);
        return Object.entries({ ...answers, ...drawings })
            .filter(([name, answer]) => JSON.stringify(answer) !== JSON.stringify(given[name]))
            .map(([name]) => `the program gives another ${name}`);
    };
}
