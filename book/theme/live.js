// @ts-check
// The page answers. A bound number is an element with a `data-name`: an input of a worked example
// (`perceptron.w1`) or one of its results (`perceptron.delta`). Inputs can be dragged, typed over and
// stepped; figures have sliders. The chapters' own code, compiled to WebAssembly, computes what
// follows and writes it; this script carries values there and text back.
"use strict";

/** @typedef {{name: string, label: string, default: number, min: number, max: number, step: number}} Input */
/** @typedef {{about: string, inputs: Input[], unfolds: string[], examples: string[], figures: string[]}} Asked */
/** @typedef {{names: string[], values: Float64Array, free(): void}} Answer */
/** @typedef {{run(name: string, values: Float64Array): Answer, draw(name: string, values: Float64Array): string,
 *   written(literal: string, value: number, standard: number): string, last_panic(): string}} Instance */
/** @typedef {{catalogue: Record<string, Asked>, compile(): Promise<WebAssembly.Module>,
 *   instance(module: WebAssembly.Module): Instance}} Program */
/** A bound number: what the book prints there and, at full precision, there and now.
 * @typedef {{element: HTMLElement, literal: string, exact: string | null, name: string}} Bound */
/** @typedef {{name: string, figure: HTMLElement, trouble: HTMLElement}} Figure */

(() => {
    // The print page has the mark of every chapter: it stays as it is.
    const marks = document.querySelectorAll("[data-program]");
    if (marks.length !== 1) return;

    /** @type {Program} */ let program;
    /** @type {WebAssembly.Module} */ let module;
    /** @type {Instance} */ let instance;
    /** By the name of the inputs. @type {Map<string, Group>} */ const groups = new Map();
    /** What each value is now, and what it is in the book. @type {Map<string, number>[]} */
    const [now, book] = [new Map(), new Map()];
    let printing = false;

    const decimals = (/** @type {number} */ x) => (String(x).split(".")[1] ?? "").length;
    const shown = (/** @type {number} */ x) => String(x).replace("-", "−");
    const all = (/** @type {string} */ selector) => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);

    /** @template {keyof HTMLElementTagNameMap} K @param {K} tag @param {Record<string, string>} [attributes]
     * @param {(Node | string)[]} children @returns {HTMLElementTagNameMap[K]} */
    function make(tag, attributes = {}, ...children) {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        element.append(...children);
        return element;
    }

    /** @param {string} text @param {() => void} act */
    function button(text, act) {
        const made = make("button", { type: "button" }, text);
        made.addEventListener("click", act);
        return made;
    }

    /** Asks the program. What it refuses it says in a sentence; after a panic it is started afresh.
     * @template T @param {(instance: Instance) => T} question @returns {{answer?: T, refusal: string}} */
    function ask(question) {
        try {
            return { answer: question(instance), refusal: "" };
        } catch (error) {
            if (typeof error === "string") return { refusal: error };
            const said = instance.last_panic() || String(error);
            instance = program.instance(module);
            return { refusal: `the program stopped, which it should not (${said})` };
        }
    }

    /** Inputs that belong together, and all that follows them on this page. */
    class Group {
        /** @param {string} name */
        constructor(name) {
            this.name = name;
            this.asked = program.catalogue[name];
            this.values = this.defaults();
            /** @type {Bound[]} */ this.bound = [];
            /** Each shows the state of a control. @type {(() => void)[]} */ this.controls = [];
            /** @type {Figure[]} */ this.figures = [];
            /** What unfolds, by place, the slowest first. */
            this.unfolding = this.asked.unfolds.map((name) => this.asked.inputs.findIndex((input) => input.name === name));
            this.refusal = "";
            this.timer = 0;
        }

        defaults() {
            return this.asked.inputs.map((input) => input.default);
        }

        departed() {
            return this.asked.inputs.some((input, i) => input.default !== this.values[i]);
        }

        /** The nearest value that input `i` can have: on its grid, or whole where all its settings are.
         * @param {number} i @param {number} value */
        fit(i, value, onGrid = true) {
            const { min, max, step, default: standard } = this.asked.inputs[i];
            const grid = onGrid ? step : [min, step, standard].every(Number.isInteger) ? 1 : 0;
            const digits = Math.max(decimals(min), decimals(step));
            const fitting = grid ? Number((min + Math.round((value - min) / grid) * grid).toFixed(digits)) : value;
            return Math.min(max, Math.max(min, fitting));
        }

        /** @param {number} i @param {number} value */
        set(i, value) {
            this.pause();
            if (this.values[i] === value) return;
            this.values[i] = value;
            this.update();
            window.clearTimeout(quiet);
            quiet = window.setTimeout(() => this.tell(i), 700);
        }

        reset() {
            this.pause();
            this.values = this.defaults();
            this.update();
            voice.textContent = "These are the book's own numbers.";
        }

        /** Runs the examples on `values`. @param {number[]} values @param {Map<string, number>} results */
        run(values, results) {
            this.refusal = "";
            for (const example of this.asked.examples) {
                const { answer, refusal } = ask((it) => it.run(example, Float64Array.from(values)));
                for (const name of book.keys()) if (name.startsWith(`${example}.`)) results.delete(name);
                const numbers = answer?.values ?? [];
                answer?.names.forEach((name, i) => results.set(`${example}.${name}`, numbers[i]));
                answer?.free();
                this.refusal ||= refusal;
            }
            this.asked.inputs.forEach(({ name }, i) => results.set(`${this.name}.${name}`, values[i]));
        }

        /** Brings the page in step with the values. */
        update() {
            const values = printing ? this.defaults() : this.values;
            if (!book.has(`${this.name}.${this.asked.inputs[0].name}`)) this.run(this.defaults(), book);
            this.run(values, now);
            for (const { name, figure, trouble } of this.figures) {
                const { answer, refusal } = ask((it) => it.draw(name, Float64Array.from(values)));
                const template = make("template");
                template.innerHTML = answer ?? "";
                if (answer) figure.querySelector(":scope > svg")?.replaceWith(template.content);
                trouble.textContent = refusal && `No picture for these inputs: ${refusal}.`;
            }
            this.bound.forEach(write);
            this.controls.forEach((show) => show());
            for (const words of all(`.only[data-of~="${this.name}"]`)) {
                const departed = (words.dataset.of ?? "").split(" ").some((name) => groups.get(name)?.departed());
                words.classList.toggle("set-back", departed && !printing);
            }
            dock.refresh();
            remember();
        }

        /** Says to a screen reader what input `i` is now and what followed. @param {number} i */
        tell(i) {
            const changed = new Map(this.bound.filter(({ element }) => element.matches("data.changed:not(.spin)"))
                .map(({ name, element }) => [name.split(".")[1], element.textContent]));
            const some = [...changed].slice(0, 4).map(([name, text]) => `${name} ${text}`);
            const more = changed.size > 4 ? [`and ${changed.size - 4} more`] : [];
            const { label } = this.asked.inputs[i];
            voice.textContent = [`${label} ${shown(this.values[i])}`, this.refusal, ...some, ...more].filter(Boolean).join(", ");
        }

        /** Whether no step is left for input `i`. @param {number} i */
        ended(i) {
            return this.values[i] + this.asked.inputs[i].step > this.asked.inputs[i].max + 1e-9;
        }

        /** Moves what unfolds by one step, the last input fastest; after the end it begins again. */
        advance() {
            const moving = [...this.unfolding].reverse();
            const first = moving.findIndex((i) => !this.ended(i));
            moving.slice(0, first < 0 ? moving.length : first).forEach((i) => { this.values[i] = this.asked.inputs[i].min; });
            if (first >= 0) this.values[moving[first]] = this.fit(moving[first], this.values[moving[first]] + this.asked.inputs[moving[first]].step);
            this.update();
        }

        /** Steps to the end, all of the way in some ten seconds. @param {() => number} speed */
        play(speed) {
            const steps = this.unfolding.reduce((all, i) => {
                const { min, max, step } = this.asked.inputs[i];
                return all * ((max - min) / step + 1);
            }, 1);
            const next = () => {
                this.timer = window.setTimeout(next, Math.min(900, Math.max(50, 10000 / steps)) / speed());
                this.advance();
                if (this.unfolding.every((i) => this.ended(i))) this.pause();
            };
            next();
        }

        pause() {
            window.clearTimeout(this.timer);
            this.timer = 0;
            this.controls.forEach((show) => show());
        }
    }

    /** Writes what a bound number is now. @param {Bound} bound */
    function write({ element, literal, exact, name }) {
        if (element.isContentEditable) return;
        const [value, standard] = [now, book].map((values) => values.get(name) ?? NaN);
        const text = now.has(name) ? instance.written(literal, value, standard) : "–";
        if (element.textContent !== text) element.textContent = text;
        element.classList.toggle("changed", text !== literal);
        if (exact !== null) element.setAttribute("value", Object.is(value, standard) ? exact : String(value));
        if (element.matches(".spin")) element.setAttribute("aria-valuenow", String(value));
    }

    /** What the keys do to input `i`; returns whether they did. @param {KeyboardEvent} event @param {Group} group @param {number} i */
    function key(event, group, i) {
        const { min, max, step, default: standard } = group.asked.inputs[i];
        const by = (/** @type {number} */ steps) => group.fit(i, group.values[i] + steps * step * (event.shiftKey ? 10 : 1));
        /** @type {Record<string, number>} */
        const moves = { ArrowUp: by(1), ArrowRight: by(1), ArrowDown: by(-1), ArrowLeft: by(-1), PageUp: by(10),
            PageDown: by(-10), Home: min, End: max, Escape: standard };
        if (!(event.key in moves) || event.ctrlKey || event.altKey || event.metaKey) return false;
        event.preventDefault();
        group.set(i, moves[event.key]);
        return true;
    }

    /** Makes a number one that can be dragged, typed over and moved with the keys.
     * @param {HTMLElement} element @param {Group} group @param {number} i */
    function spin(element, group, i) {
        const { label, min, max } = group.asked.inputs[i];
        const attributes = { role: "spinbutton", tabindex: "0", "aria-label": label, inputmode: min < 0 ? "text" : "decimal",
            "aria-valuemin": String(min), "aria-valuemax": String(max), "aria-valuenow": String(group.values[i]) };
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        element.classList.add("spin");
        drag(element, group, i);
        let before = "";
        const type = () => {
            before = element.textContent ?? "";
            element.setAttribute("contenteditable", "plaintext-only");
            getSelection()?.selectAllChildren(element);
        };
        const leave = () => {
            element.removeAttribute("contenteditable");
            element.textContent = before;
        };
        const enter = () => {
            const text = (element.textContent ?? "").trim();
            const value = Number(text.replace("−", "-") || NaN);
            leave();
            if (text === before) return;
            if (value >= min && value <= max) return group.set(i, group.fit(i, value, false));
            const range = `expected a number from ${shown(min)} to ${shown(max)}`;
            element.dataset.said = voice.textContent = `${label}: ${range}, not ${text || "nothing"}`;
            window.setTimeout(() => { delete element.dataset.said; }, 6000);
        };
        element.addEventListener("click", () => { element.focus(); type(); });
        element.addEventListener("focus", () => dock.show(group, element));
        element.addEventListener("blur", () => { if (element.isContentEditable) enter(); });
        element.addEventListener("keydown", (event) => {
            const typing = element.isContentEditable;
            if (typing && ["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
            if (event.key === "Enter") {
                event.preventDefault();
                if (typing) enter();
                else dock.show(group, element)?.querySelector("input")?.focus();
            } else if (typing && event.key === "Escape") leave();
            else if (key(event, group, i)) { if (typing) element.removeAttribute("contenteditable"); group.update(); }
            else if (!typing && /^[-−.\d]$/.test(event.key) && !event.ctrlKey && !event.metaKey) type();
        });
    }

    /** @param {HTMLElement} element @param {Group} group @param {number} i */
    function drag(element, group, i) {
        const { min, max, step } = group.asked.inputs[i];
        const width = Math.min(16, Math.max(3, (240 * step) / (max - min)));
        /** @type {{x: number, value: number} | null} */ let from = null;
        let dragged = false;
        element.classList.add("drag");
        element.addEventListener("mousedown", (event) => { if (!element.isContentEditable) event.preventDefault(); });
        element.addEventListener("pointerdown", (event) => {
            if (event.button || element.isContentEditable) return;
            from = { x: event.clientX, value: group.values[i] };
            dragged = false;
            element.setPointerCapture(event.pointerId);
        });
        element.addEventListener("pointermove", (event) => {
            const way = from ? event.clientX - from.x : 0;
            dragged ||= Math.abs(way) > 3;
            if (from && dragged) group.set(i, group.fit(i, from.value + Math.round(way / width) * step));
        });
        for (const end of ["pointerup", "pointercancel"]) element.addEventListener(end, () => { from = null; });
        // What ends a drag is no click.
        element.addEventListener("click", (event) => { if (dragged) event.stopImmediatePropagation(); dragged = false; }, true);
    }

    /** A number and a slider for each input, then the buttons. @param {Group} group @returns {HTMLElement[]} */
    function controls(group) {
        const made = group.asked.inputs.map(({ label, min, max, step }, i) => {
            const slider = make("input", { type: "range", min: `${min}`, max: `${max}`, step: `${step}`, "aria-label": label });
            const number = make("span", { class: "number" });
            slider.addEventListener("input", () => group.set(i, group.fit(i, slider.valueAsNumber)));
            slider.addEventListener("keydown", (event) => key(event, group, i));
            spin(number, group, i);
            group.controls.push(() => {
                slider.value = number.ariaValueNow = `${group.values[i]}`;
                slider.ariaValueText = shown(group.values[i]);
                if (!number.isContentEditable) number.textContent = shown(group.values[i]);
            });
            return make("div", { class: "control" }, make("span", { class: "label", "aria-hidden": "true" }, label), number, slider);
        });
        const reset = button("Reset", () => group.reset());
        const buttons = make("div", { class: "buttons" }, reset);
        group.controls.push(() => { reset.disabled = !group.departed(); });
        if (group.unfolding.length) {
            const speeds = ["¼×", "½×", "1×", "2×", "4×"].map((text) => make("option", {}, text));
            const speed = make("select", { "aria-label": "speed" }, ...speeds);
            speed.selectedIndex = 2;
            const play = button("Play", () => (group.timer ? group.pause() : group.play(() => 2 ** (speed.selectedIndex - 2))));
            buttons.prepend(play, button("Step", () => { group.pause(); group.advance(); }), speed);
            const still = matchMedia("(prefers-reduced-motion: reduce)");
            group.controls.push(() => {
                play.textContent = group.timer ? "Pause" : "Play";
                play.hidden = speed.hidden = still.matches;
            });
        }
        return [...made, buttons];
    }

    // What a screen reader is told, once things are quiet.
    const voice = make("p", { class: "voice", role: "status" });
    let quiet = 0;

    /** The inputs of one example at the foot of the window, for numbers that no figure has sliders for,
     * and below them what there is to say when the page is no longer the book's. */
    const dock = {
        box: make("section", { class: "dock", "aria-label": "inputs", hidden: "" }),
        said: make("span"),
        /** @type {Group | null} */ group: null,
        /** @type {HTMLElement | null} */ back: null,
        /** @type {Map<Group, HTMLElement>} */ panels: new Map(),

        /** @param {Group} group @param {HTMLElement} from */
        show(group, from) {
            if (from.closest(".controls")) return null;
            const panel = this.panels.get(group) ?? make("div", { class: "controls" }, ...controls(group));
            this.panels.set(group, panel);
            [this.group, this.back] = [group, from];
            const foot = make("div", { class: "foot" }, this.said, make("a", { href: "" }, "Link"),
                button("Reset all", () => groups.forEach((group) => group.reset())), button("Close", () => this.close()));
            this.box.replaceChildren(make("h2", {}, group.asked.about), panel, foot);
            group.controls.forEach((show) => show());
            this.refresh();
            return panel;
        },

        close() {
            this.group = null;
            this.refresh();
            this.back?.focus();
        },

        refresh() {
            const departed = [...groups.values()].some((group) => group.departed());
            this.box.hidden = !this.group && !departed;
            this.box.classList.toggle("folded", !this.group);
            const refusal = this.group?.refusal;
            this.said.textContent = refusal ? `No answer for these inputs: ${refusal}.`
                : departed ? "Numbers in colour follow your inputs. Pale words hold for the book's only." : "";
        },
    };

    /** The fragment is a heading's own, then what differs from the book: `#numbers?perceptron.w1=0.3`. */
    let writing = 0;
    function remember() {
        window.clearTimeout(writing);
        writing = window.setTimeout(() => {
            const state = [...groups.values()].flatMap(({ name, asked, values }) => asked.inputs.flatMap((input, i) =>
                values[i] === input.default ? [] : `${name}.${input.name}=${values[i]}`)).join("&");
            const hash = location.hash.split("?")[0] + (state && `?${state}`);
            if (hash !== location.hash) history.replaceState(null, "", hash.replace(/^\??/, "#$&").replace("##", "#"));
            dock.box.querySelector("a")?.setAttribute("href", location.href);
        }, 300);
    }

    function recall() {
        const [heading, state] = location.hash.split("?");
        if (state === undefined) return remember();
        groups.forEach((group) => { group.values = group.defaults(); });
        for (const [, name, input, value] of state.matchAll(/([\w-]+)\.(\w+)=(-?[\d.]+(?:e-?\d+)?)/g)) {
            const group = groups.get(name);
            const i = group?.asked.inputs.findIndex((known) => known.name === input) ?? -1;
            if (group && i >= 0) group.values[i] = group.fit(i, Number(value), false);
        }
        groups.forEach((group) => group.update());
        document.getElementById(decodeURIComponent(heading.slice(1)))?.scrollIntoView();
    }

    function start() {
        const owners = new Map(Object.entries(program.catalogue).flatMap(([name, { examples, figures }]) =>
            [name, ...examples, ...figures.map((figure) => `figure ${figure}`)].map((known) => [known, name])));
        const group = (/** @type {string} */ known) => {
            const name = owners.get(known) ?? "";
            if (name && !groups.has(name)) groups.set(name, new Group(name));
            return groups.get(name);
        };
        for (const element of all("[data-name]")) {
            const name = element.dataset.name ?? "";
            const own = group(name.split(".")[0]);
            if (!own) continue;
            const bound = { element, literal: element.textContent ?? "", exact: element.getAttribute("value"), name };
            own.bound.push(bound);
            if (bound.exact === null) continue;
            const i = own.asked.inputs.findIndex((input) => name === `${own.name}.${input.name}`);
            const inFormula = element.closest(".katex");
            if (i >= 0 && !inFormula) spin(element, own, i);
            else if (i >= 0) drag(element, own, i);
            if (i < 0 || inFormula) element.addEventListener("click", () => dock.show(own, element));
        }
        for (const figure of all("figure[data-figure]")) {
            const name = figure.dataset.figure ?? "";
            const [own, place] = [group(`figure ${name}`), figure.querySelector(".controls")];
            if (!own || !place) continue;
            const trouble = make("p", { class: "trouble", role: "status" });
            own.figures.push({ name, figure, trouble });
            place.removeAttribute("aria-hidden");
            place.replaceChildren(...controls(own), trouble);
        }
        groups.forEach((group) => group.controls.forEach((show) => show()));
        document.querySelector("main")?.append(dock.box, voice);
        document.documentElement.classList.add("live");
        recall();
        window.addEventListener("hashchange", recall);
        for (const [event, on] of /** @type {const} */ ([["beforeprint", true], ["afterprint", false]])) {
            window.addEventListener(event, () => {
                printing = on;
                groups.forEach((group) => { if (group.departed()) group.update(); });
            });
        }
    }

    /** The figures stand still, and say why. @param {unknown} reason */
    function fail(reason) {
        for (const place of all("figure[data-figure] .controls")) {
            place.replaceChildren(make("p", { class: "trouble" }, `This figure stands still: the page's program did not start (${reason}).`));
        }
    }

    // When the page is there and has nothing else to do.
    window.addEventListener("load", () => {
        const script = make("script", { src: marks[0].getAttribute("data-program") ?? "" });
        script.addEventListener("error", () => fail("it could not be loaded"));
        script.addEventListener("load", async () => {
            try {
                program = /** @type {any} */ (window).program;
                module = await program.compile();
                instance = program.instance(module);
                start();
            } catch (error) {
                fail(error);
            }
        });
        (window.requestIdleCallback ?? window.setTimeout)(() => document.head.append(script));
    });
})();
