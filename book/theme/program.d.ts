// What the pages' program offers to their script: the crate `live`, as wasm-bindgen hands it out.

/** Inputs, and what answers to them. */
interface Asked {
    /** What they are, in a sentence; empty where only figures answer. */
    about: string;
    /** How many settings what unfolds goes through; 0 where nothing does. */
    steps: number;
    examples: string[];
    inputs: { name: string; label: string; default: number; min: number; max: number; step: number }[];
}

/** One instance of the program. What refuses throws a sentence; a panic throws an error. */
interface Instance {
    /** The catalogue as JSON: each `Asked` by the name of its inputs. */
    catalogue(): string;
    run(example: string, values: Float64Array): { names: string[]; values: Float64Array; free(): void };
    draw(figure: string, values: Float64Array): string;
    written(literal: string, value: number, standard: number): string;
    fit(name: string, i: number, value: number, typed: boolean): number;
    advance(name: string, values: Float64Array): Float64Array;
    last_panic(): string;
}

interface Program {
    compile(): Promise<WebAssembly.Module>;
    instance(module: WebAssembly.Module): Instance;
}

interface Window {
    program: Program;
}
