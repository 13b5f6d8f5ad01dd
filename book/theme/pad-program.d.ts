// What the program of the pad offers to its script: the crate `pad`, as wasm-bindgen hands it out.

/** A drawing, and the network that reads it. What is refused throws a sentence. */
interface Pad {
    /** Puts the pen down, or moves it on: a place in the pad's own pixels. */
    touch(stroke: number, x: number, y: number): void;
    clear(): void;
    /** Takes a digit of the book in place of the drawing; after these come the drawings that are none. */
    take(digit: number): void;
    /** What there is to take that is no digit, a line each. */
    no_digits(): string;
    /** Cleans the drawing and asks the network; whether there is anything to see. */
    look(): boolean;
    /** Takes other weights: 32-bit floats, the lowest byte first. */
    learn(weights: Uint8Array): void;
    /** The probability of each label. */
    probabilities(): Float64Array;
    /** The probability of a label in percent, written out: nothing where there is nothing to see. */
    percent(label: number): string;
    /** What there is after a layer; 0 is the image. All maps one after the other, row by row. */
    maps(layer: number): Float64Array;
    /** How many maps a layer has, of how many rows and columns. */
    shape(layer: number): Uint32Array;
    /** What a layer is called. */
    name(layer: number): string;
    /** Where a pixel of a layer's map comes from, in a sentence. */
    origin(layer: number, map: number, row: number, column: number): string;
    /** The patch below it that it comes from: map (or as many as there are, for all), top, left, bottom, right. */
    patch(layer: number, map: number, row: number, column: number): Uint32Array;
    free(): void;
}

/** A network that learns the digits from the start. */
interface Lesson {
    /** Goes on by one batch; its loss. */
    step(): number;
    /** How far it has come, in a sentence. */
    progress(batch: number, all: number, loss: number): string;
    /** How many batches an epoch has. */
    batches(): number;
    /** How many of the digits kept apart are read rightly, of how many. */
    test(): Uint32Array;
    weights(): Uint8Array;
}

interface PadProgram {
    compile(): Promise<WebAssembly.Module>;
    instance(module: WebAssembly.Module): {
        Pad: { new (side: number, weights: Uint8Array): Pad };
        Lesson: { new (records: Uint8Array, seed: number): Lesson };
    };
}

interface Window {
    pad: PadProgram;
    /** The trained weights, in base64. */
    weights: string;
    /** The digits to learn from, compressed, in base64. */
    mnist: string;
}
