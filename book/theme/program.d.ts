// What a program of the pages offers to their script: its catalogue, which the press makes, and the crate
// `live`, as wasm-bindgen hands it out.

/** What a page can ask of a chapter about one set of inputs. */
interface Entry {
    /** What they are, in a sentence; empty where only figures answer. */
    about: string;
    /** How many settings what unfolds goes through; 0 where nothing does. */
    steps: number;
    /** The worked examples that answer to them. */
    examples: string[];
    /** The figures that do. */
    figures: string[];
    /** Each of them. */
    list: { name: string; label: string; default: number; min: number; max: number; step: number }[];
}

/** One instance of the program. What refuses throws a sentence; a panic throws an error. */
interface Instance {
    run(example: string, values: Float64Array): { names: string[]; values: Float64Array; free(): void };
    draw(figure: string, values: Float64Array): string;
    written(literal: string, value: number, standard: number): string;
    fit(name: string, i: number, value: number, typed: boolean): number;
    advance(name: string, values: Float64Array): Float64Array;
    last_panic(): string;
}

interface Program {
    /** By the name of the inputs. */
    catalogue: Record<string, Entry>;
    compile(): Promise<WebAssembly.Module>;
    instance(module: WebAssembly.Module): Instance;
}

interface Window {
    /** By the chapter's package: those that the page has loaded. */
    programs: Record<string, Program>;
}
