// What the scripts of the pages make things with. Both have these two, so that neither waits for the other.

/** @template {keyof HTMLElementTagNameMap} K @param {K} tag @param {Partial<HTMLElementTagNameMap[K]>} properties
 * @param {(Node | string)[]} children @returns {HTMLElementTagNameMap[K]} */
function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
}

/** @param {string} text @param {() => void} onclick */
function button(text, onclick) {
    return make("button", { type: "button", onclick }, text);
}
