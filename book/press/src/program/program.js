// A program of the pages: what there is to ask, the WebAssembly that answers, and what wasm-bindgen wrote
// to call it. Made by the press; a page's own script starts it.
PLACE = {
    catalogue: CATALOGUE,

    /** @returns {Promise<WebAssembly.Module>} */
    compile() {
        const letters = `WASM`;
        const bytes = new Uint8Array(letters.length);
        for (let i = 0; i < bytes.length; i += 1) bytes[i] = letters.charCodeAt(i);
        return WebAssembly.compile(bytes);
    },

    // A fresh one for each call: an instance that has trapped is not asked again.
    instance(module) {
        GLUE
        wasm_bindgen.initSync({ module });
        return wasm_bindgen;
    },
};
