// What the pages must show at many settings: the answers of a native program (`book/live/examples`).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { made } from "./book.js";

/** @typedef {{Ok: T} | {Err: string}} Answer @template T */
/** @typedef {{name: string, label: string, default: string, min: number, max: number,
 *   steps: Record<"-10" | "-1" | "1" | "10", string>, ends: [string, string]}} Input */
/** @typedef {{inputs: string, about: string, examples: string[], figures: string[], each: Input[], unfolding: string[][],
 *   printed: [name: string, digits: string, right: string][]}} Inputs */
/** @typedef {{of: string, kind: "book" | "step" | "random", values: string[],
 *   answers: Record<string, Answer<[string, string][]>>, drawings: Record<string, Answer<string>>,
 *   shown: Record<string, {value: string, written: Record<string, string>} | undefined>}} Setting */
/** @typedef {{inputs: Inputs, book: Setting, steps: Setting[], random: Setting[]}} Group */
/** @typedef {import("./page.js").Mark} Mark */

/** The file that `prepare.js` writes. */
export const file = join(made, "reference.jsonl");

/** The number of these bits. @param {string} bits */
export const number = (bits) => new DataView(BigUint64Array.of(BigInt(`0x${bits}`)).buffer).getFloat64(0, true);

/** All inputs of the book, by name, with what follows from them. @returns {Map<string, Group>} */
export function reference() {
    /** @type {Map<string, Group>} */ const groups = new Map();
    for (const line of readFileSync(file, "utf8").trimEnd().split("\n")) {
        /** @type {Inputs | Setting} */ const entry = JSON.parse(line);
        if ("inputs" in entry) {
            groups.set(entry.inputs, { inputs: entry, book: /** @type {any} */ (undefined), steps: [], random: [] });
            continue;
        }
        const group = groups.get(entry.of);
        if (group === undefined) throw new Error(`A setting of no inputs: ${entry.of}`);
        if (entry.kind === "book") group.book = entry;
        else (entry.kind === "step" ? group.steps : group.random).push(entry);
    }
    return groups;
}

/** What the bound number `mark` must show at `setting`: its text, and the value behind it.
 * @param {Mark} mark @param {Setting} setting @returns {{text: string, value: number}} */
export function follows({ name, literal }, { shown }) {
    const due = shown[name];
    return due ? { text: due.written[literal], value: number(due.value) } : { text: "–", value: NaN };
}
