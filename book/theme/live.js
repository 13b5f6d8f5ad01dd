// The page answers. A bound number is an element with a `data-name`: an input of a worked example
// (`perceptron.w1`), one of its results (`perceptron.delta`) or the quotient of two. Inputs can be
// dragged, typed over and stepped; figures have sliders. The chapters' own code, compiled to
// WebAssembly (program.d.ts), computes what follows and writes it; this script carries values there
// and text back. A page loads the programs of the chapters of which it shows something: mostly one.
/** A bound number: what the book prints there and, at full precision, there and now.
 * @typedef {{element: HTMLElement, literal: string, exact: string | null, name: string}} Bound */

(() => {
    // The print page has the mark of every chapter: it stays as it is.
    const marks = document.querySelectorAll("[data-programs]");
    if (marks.length !== 1) return;

    /** @type {Chapter[]} */ let chapters = [];
    /** All inputs of the page, by name. @type {Map<string, Inputs>} */ const allInputs = new Map();
    /** What each value is now, and what it is in the book. @type {Map<string, number>[]} */
    const [now, book] = [new Map(), new Map()];
    let [printing, quiet, writing, holding] = [false, 0, 0, 0];
    const shown = (/** @type {number} */ x) => String(x).replace("-", "−");
    const all = (/** @type {string} */ selector) => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);

    const idle = (/** @type {() => void} */ work) => (window.requestIdleCallback ?? window.setTimeout)(work);

    /** The program of a chapter, at work. */
    class Chapter {
        /** @param {Program} program @param {WebAssembly.Module} module */
        constructor(program, module) {
            this.program = program;
            this.module = module;
            this.instance = program.instance(module);
        }

        /** Asks the program. What it refuses it says in a sentence; after a panic it is started afresh.
         * @template T @param {(instance: Instance) => T} question @returns {{answer?: T, refusal: string}} */
        ask(question) {
            try {
                return { answer: question(this.instance), refusal: "" };
            } catch (error) {
                if (typeof error === "string") return { refusal: error };
                const panic = this.instance.last_panic() || String(error);
                this.instance = this.program.instance(this.module);
                return { refusal: `the program stopped, which it should not (${panic})` };
            }
        }
    }

    /** Numbers of other lengths take more lines, or fewer: before that is painted, what the reader acts on goes back
     * to its height, or else the first of `others` that is in view. @param {(Element | null)[]} others */
    function hold(others) {
        const top = (/** @type {Element} */ place) => place.getBoundingClientRect().top;
        const acted = document.querySelector("main :focus:not(.dock *)") ?? dock.back;
        const held = holding ? null : [acted, ...others].find((place) => place && Math.abs(top(place)) < innerHeight);
        if (!held) return;
        const before = top(held);
        holding = requestAnimationFrame(() => { holding = 0; scrollBy({ top: top(held) - before, behavior: "instant" }); });
    }

    /** Inputs that belong together, and all that follows them on this page. */
    class Inputs {
        /** @param {string} name */
        constructor(name) {
            this.name = name;
            /** The chapters that answer to them. */
            this.chapters = chapters.filter(({ program }) => name in program.catalogue);
            const entry = this.chapters[0].program.catalogue[name];
            this.about = entry.about;
            this.steps = entry.steps;
            this.list = entry.list;
            this.values = this.defaults();
            /** @type {Bound[]} */ this.bound = [];
            /** Each shows the state of a control. @type {(() => void)[]} */ this.controls = [];
            /** @type {{name: string, chapter: Chapter, figure: HTMLElement, trouble: HTMLElement}[]} */ this.figures = [];
            /** @type {HTMLElement | null} */ this.panel = null;
            this.refusal = "";
            this.timer = 0;
        }

        /** What input `i` becomes when a reader moves it to `value`, or types it. @param {number} i @param {number} value */
        fit(i, value, typed = false) { return this.chapters[0].instance.fit(this.name, i, value, typed); }

        defaults() { return this.list.map((input) => input.default); }
        departed() { return this.list.some((input, i) => input.default !== this.values[i]); }

        /** Moves input `i` to the setting nearest to `value`, or to what is typed.
         * @param {number} i @param {number} value */
        set(i, value, typed = false) {
            this.pause();
            const fitting = this.fit(i, value, typed);
            if (this.values[i] === fitting) return;
            this.values[i] = fitting;
            this.update();
            window.clearTimeout(quiet);
            quiet = window.setTimeout(() => this.tell(i), 700);
        }

        reset() { this.pause(); this.values = this.defaults(); this.update(); }

        /** Runs the examples on `values`. @param {number[]} values @param {Map<string, number>} results */
        run(values, results) {
            this.refusal = "";
            const examples = this.chapters.flatMap((chapter) => chapter.program.catalogue[this.name].examples.map((example) => ({ chapter, example })));
            for (const { chapter, example } of examples) {
                const { answer, refusal } = chapter.ask((it) => it.run(example, Float64Array.from(values)));
                for (const name of book.keys()) if (name.startsWith(`${example}.`)) results.delete(name);
                const numbers = answer?.values ?? [];
                answer?.names.forEach((name, i) => results.set(`${example}.${name}`, numbers[i]));
                answer?.free();
                this.refusal ||= refusal;
            }
            this.list.forEach(({ name }, i) => results.set(`${this.name}.${name}`, values[i]));
        }

        /** Runs and draws the defaults. Code is slow the first time: best when nobody waits. */
        warm() {
            this.run(this.defaults(), book);
            for (const { name, chapter } of this.figures) chapter.ask((it) => it.draw(name, Float64Array.from(this.defaults())));
        }

        /** Brings the page in step with the values. */
        update() {
            hold(this.figures.map(({ figure }) => figure));
            const values = printing ? this.defaults() : this.values;
            if (!book.has(`${this.name}.${this.list[0].name}`)) this.warm();
            this.run(values, now);
            for (const { name, chapter, figure, trouble } of this.figures) {
                const { answer, refusal } = chapter.ask((it) => it.draw(name, Float64Array.from(values)));
                const svg = figure.querySelector(":scope > svg");
                if (svg && answer) svg.outerHTML = answer;
                trouble.textContent = refusal && `No picture for these inputs: ${refusal}.`;
            }
            this.bound.forEach(write);
            this.controls.forEach((show) => show());
            for (const words of all(`.only[data-inputs~="${this.name}"]`)) {
                const departed = (words.dataset.inputs ?? "").split(" ").some((name) => allInputs.get(name)?.departed());
                words.classList.toggle("set-back", departed && !printing);
            }
            dock.refresh();
            remember();
        }

        /** Says to a screen reader what input `i` is now and what followed. @param {number} i */
        tell(i) {
            const changed = [...new Set(this.bound.filter(({ element }) => element.matches("data.changed:not(.spin)"))
                .map(({ name, element }) => `${name.split(".")[1]} ${element.textContent}`))];
            const more = changed.splice(4).length;
            const moved = `${this.list[i].label} ${shown(this.values[i])}`;
            voice.textContent = [moved, this.refusal, ...changed, more && `and ${more} more`].filter(Boolean).join(", ");
        }

        /** Moves what unfolds by one step; after the last comes the first, if it may begin `again`. */
        advance(again = true) {
            const values = [...this.chapters[0].instance.advance(this.name, Float64Array.from(this.values))];
            if (!again && values.every((value, i) => value <= this.values[i])) return this.pause();
            this.values = values;
            this.update();
        }

        /** Steps to the end, all of the way in some ten seconds. @param {() => number} speed */
        play(speed, again = true) {
            const wait = Math.min(900, Math.max(50, 10000 / this.steps)) / speed();
            this.timer = window.setTimeout(() => this.play(speed, false), wait);
            this.advance(again);
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
        const terms = name.split("/");
        const [value, standard] = [now, book].map((values) => terms.map((term) => values.get(term) ?? NaN).reduce((a, b) => a / b));
        const text = terms.every((term) => now.has(term)) ? chapters[0].instance.written(literal, value, standard) : "–";
        if (element.textContent !== text) element.textContent = text;
        element.classList.toggle("changed", text !== literal);
        if (exact !== null) element.setAttribute("value", Object.is(value, standard) ? exact : Object.is(value, -0) ? "-0" : String(value));
        if (element.matches(".spin")) element.setAttribute("aria-valuenow", String(value));
    }

    /** Moves input `i` by a key; returns whether it is one. @param {KeyboardEvent} event @param {Inputs} inputs @param {number} i */
    function key(event, inputs, i) {
        const { min, max, step, default: standard } = inputs.list[i];
        const by = (/** @type {number} */ steps) => inputs.values[i] + steps * step * (event.shiftKey ? 10 : 1);
        /** @type {Record<string, number>} */
        const moves = { ArrowUp: by(1), ArrowRight: by(1), ArrowDown: by(-1), ArrowLeft: by(-1), PageUp: by(10),
            PageDown: by(-10), Home: min, End: max, Escape: standard };
        if (!(event.key in moves) || event.ctrlKey || event.altKey || event.metaKey) return false;
        event.preventDefault();
        inputs.set(i, moves[event.key]);
        return true;
    }

    /** Makes a number one that can be dragged, typed over and moved with the keys.
     * @param {HTMLElement} element @param {Inputs} inputs @param {number} i */
    function spin(element, inputs, i) {
        const { label, min, max } = inputs.list[i];
        Object.assign(element, { role: "spinbutton", tabIndex: 0, inputMode: min < 0 ? "text" : "decimal", ariaLabel: label,
            ariaValueMin: String(min), ariaValueMax: String(max), ariaValueNow: String(inputs.values[i]) });
        element.classList.add("spin");
        drag(element, inputs, i);
        let before = "";
        const type = () => {
            before = element.textContent ?? "";
            element.setAttribute("contenteditable", "plaintext-only");
            getSelection()?.selectAllChildren(element);
        };
        const leave = () => { element.removeAttribute("contenteditable"); element.textContent = before; };
        const enter = () => {
            const text = (element.textContent ?? "").trim();
            const value = Number(text.replace("−", "-") || NaN);
            leave();
            if (text === before) return;
            if (value >= min && value <= max) return inputs.set(i, value, true);
            const range = `expected a number from ${shown(min)} to ${shown(max)}`;
            element.dataset.refusal = voice.textContent = `${label}: ${range}, not ${text || "nothing"}`;
            element.addEventListener("keydown", () => { delete element.dataset.refusal; }, { once: true });
        };
        element.addEventListener("click", () => { element.focus(); type(); });
        element.addEventListener("focus", ({ relatedTarget }) => { if (!dock.box.contains(/** @type {Node} */ (relatedTarget))) dock.show(inputs, element); });
        element.addEventListener("blur", () => { if (element.isContentEditable) enter(); });
        element.addEventListener("keydown", (event) => {
            const typing = element.isContentEditable;
            if (typing && ["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
            if (typing && /^(Escape|Arrow|Page)/.test(event.key)) leave();
            if (event.key === "Enter") {
                event.preventDefault();
                (typing ? enter() : dock.open(inputs, element));
            } else if (typing && event.key === "Escape") return;
            else if (!key(event, inputs, i) && !typing && /^[-−.\d]$/.test(event.key)) type();
        });
    }

    /** @param {HTMLElement} element @param {Inputs} inputs @param {number} i */
    function drag(element, inputs, i) {
        const { min, max, step } = inputs.list[i];
        const width = Math.min(16, Math.max(3, (240 * step) / (max - min)));
        let [x, value, dragged] = [0, 0, false];
        element.classList.add("drag");
        element.addEventListener("mousedown", (event) => { if (!element.isContentEditable) event.preventDefault(); });
        element.addEventListener("pointerdown", (event) => {
            if (event.button || element.isContentEditable) return;
            [x, value, dragged] = [event.clientX, inputs.values[i], false];
            element.setPointerCapture(event.pointerId);
        });
        element.addEventListener("pointermove", (event) => {
            if (!element.hasPointerCapture(event.pointerId)) return;
            dragged ||= Math.abs(event.clientX - x) > 3;
            if (dragged) inputs.set(i, value + Math.round((event.clientX - x) / width) * step);
        });
        // What ends a drag is no click.
        element.addEventListener("click", (event) => { if (dragged) event.stopImmediatePropagation(); dragged = false; }, true);
    }

    /** A number and a slider for each input, then the buttons. @param {Inputs} inputs @returns {HTMLElement[]} */
    function controls(inputs) {
        const made = inputs.list.map(({ label, min, max, step }, i) => {
            const slider = make("input", { type: "range", min: `${min}`, max: `${max}`, step: `${step}`, ariaLabel: label });
            const number = make("span", { className: "number" });
            slider.addEventListener("input", () => inputs.set(i, slider.valueAsNumber));
            slider.addEventListener("keydown", (event) => key(event, inputs, i));
            spin(number, inputs, i);
            inputs.controls.push(() => {
                slider.value = number.ariaValueNow = `${inputs.values[i]}`;
                slider.ariaValueText = shown(inputs.values[i]);
                if (!number.isContentEditable) number.textContent = shown(inputs.values[i]);
            });
            return make("div", { className: "control" }, make("span", { className: "label", ariaHidden: "true" }, label), number, slider);
        });
        const reset = button("Reset", () => inputs.reset());
        const buttons = make("div", { className: "buttons" }, reset);
        inputs.controls.push(() => { reset.disabled = !inputs.departed(); });
        if (inputs.steps) {
            const speed = make("select", { ariaLabel: "speed" });
            for (const text of ["¼×", "½×", "1×", "2×", "4×"]) speed.add(new Option(text, text, false, text === "1×"));
            const play = button("Play", () => (inputs.timer ? inputs.pause() : inputs.play(() => 2 ** (speed.selectedIndex - 2))));
            buttons.prepend(play, button("Step", () => { inputs.pause(); inputs.advance(); }), speed);
            const still = matchMedia("(prefers-reduced-motion: reduce)");
            inputs.controls.push(() => {
                play.textContent = inputs.timer ? "Pause" : "Play";
                play.hidden = speed.hidden = still.matches;
            });
        }
        return [...made, buttons];
    }

    /** What a screen reader is told, once things are quiet. */
    const voice = make("p", { className: "voice", role: "status" });
    /** The inputs of one example at the foot of the window, for numbers that no figure has sliders for,
     * and below them what there is to say when the page is no longer the book's. */
    const dock = {
        note: make("span", {}),
        link: make("a", { href: "" }, "Link"),
        box: make("section", { className: "dock", ariaLabel: "inputs", hidden: true }, make("div", { className: "foot" })),
        /** @type {Inputs | null} */ inputs: null,
        /** @type {HTMLElement | null} */ back: null,
        /** @param {Inputs} inputs @param {HTMLElement} from */
        show(inputs, from) {
            if (from.closest(".controls")) return null;
            inputs.panel ??= make("div", { className: "controls" }, ...controls(inputs));
            [this.inputs, this.back] = [inputs, from];
            this.box.replaceChildren(make("h2", {}, inputs.about), inputs.panel, this.box.lastChild ?? "");
            inputs.controls.forEach((show) => show());
            this.refresh();
            from.scrollIntoView({ block: "nearest" });
            return inputs.panel;
        },
        /** @param {Inputs} inputs @param {HTMLElement} from */
        open(inputs, from) { this.show(inputs, from)?.querySelector("input")?.focus(); },
        close() { this.inputs = null; this.refresh(); this.back?.focus(); },
        refresh() {
            const departed = [...allInputs.values()].some((inputs) => inputs.departed());
            this.box.hidden = !this.inputs && !departed;
            this.box.classList.toggle("folded", !this.inputs);
            this.note.textContent = this.inputs?.refusal ? `No answer for these inputs: ${this.inputs.refusal}.`
                : departed ? "Numbers in colour follow your inputs. Pale words were written about the book’s." : "";
        },
    };

    /** The fragment is a heading's own, then what differs from the book: `#numbers?perceptron.w1=0.3`. */
    function remember() {
        window.clearTimeout(writing);
        writing = window.setTimeout(() => {
            const state = [...allInputs.values()].flatMap(({ name, list, values }) => list.flatMap((input, i) =>
                values[i] === input.default ? [] : `${name}.${input.name}=${values[i]}`)).join("&");
            const heading = location.hash.split("?")[0];
            const hash = state ? `${heading || "#"}?${state}` : heading;
            if (hash !== location.hash) history.replaceState(null, "", hash || location.pathname + location.search);
            dock.link.href = location.href;
        }, 300);
    }

    function recall() {
        const [heading, state] = location.hash.split("?");
        if (state === undefined) return remember();
        for (const inputs of allInputs.values()) inputs.values = inputs.defaults();
        for (const [, name, input, value] of state.matchAll(/([\w-]+)\.(\w+)=(-?[\d.]+(?:e-?\d+)?)/g)) {
            const inputs = allInputs.get(name);
            const i = inputs?.list.findIndex((known) => known.name === input) ?? -1;
            if (inputs && i >= 0) inputs.values[i] = inputs.fit(i, Number(value), true);
        }
        allInputs.forEach((inputs) => inputs.update());
        document.getElementById(decodeURIComponent(heading.slice(1)))?.scrollIntoView();
    }

    function start() {
        for (const element of all("[data-inputs]:not(.only)")) {
            const { inputs: of = "", name = "", input, figure } = element.dataset;
            const inputs = allInputs.get(of) ?? new Inputs(of);
            allInputs.set(of, inputs);
            if (figure) {
                const trouble = make("p", { className: "trouble", role: "status" });
                const chapter = inputs.chapters.find(({ program }) => program.catalogue[of].figures.includes(figure)) ?? chapters[0];
                inputs.figures.push({ name: figure, chapter, figure: element, trouble });
                element.querySelector(".controls")?.replaceWith(make("div", { className: "controls" }, ...controls(inputs), trouble));
                continue;
            }
            inputs.bound.push({ element, literal: element.textContent ?? "", exact: element.getAttribute("value"), name });
            const typeset = element.closest(".katex");
            if (input) (typeset ? drag : spin)(element, inputs, Number(input));
            if (!input || typeset) element.addEventListener("click", () => dock.show(inputs, element));
        }
        for (const inputs of allInputs.values()) {
            inputs.controls.forEach((show) => show());
            // A way in by the keyboard, where the text has none of the inputs.
            const entry = inputs.bound.find(({ element }) => element.matches("data") && !element.closest(".katex"))?.element;
            if (!entry || inputs.figures.length || inputs.bound.some(({ element }) => element.matches(".spin"))) continue;
            Object.assign(entry, { role: "button", tabIndex: 0, ariaDescription: "opens the inputs" });
            entry.addEventListener("keydown", (event) => { if (event.key === "Enter") dock.open(inputs, entry); });
        }
        dock.box.lastElementChild?.append(dock.note, dock.link, button("Reset all", () => allInputs.forEach((inputs) => inputs.reset())),
            button("Close", () => dock.close()));
        document.querySelector("main")?.append(dock.box, voice);
        // With some of these keys mdBook turns the page, or searches it.
        for (const place of all(".spin, .controls, .dock")) place.addEventListener("keydown", (event) => event.stopPropagation());
        document.documentElement.classList.add("live");
        window.addEventListener("hashchange", recall);
        recall();
        for (const inputs of allInputs.values()) idle(() => { if (!inputs.departed()) inputs.warm(); });
        for (const on of [true, false]) window.addEventListener(on ? "beforeprint" : "afterprint", () => {
            printing = on;
            allInputs.forEach((inputs) => { if (inputs.departed()) inputs.update(); });
        });
    }

    // When the page is there and has nothing else to do. If the program does not start, the figures say so.
    window.addEventListener("load", () => idle(async () => {
        try {
            await Promise.all((marks[0].getAttribute("data-programs") ?? "").split(" ").map((src) => new Promise((loaded, failed) => {
                const script = make("script", { src });
                Object.assign(script, { onload: loaded, onerror: () => failed("it could not be loaded") });
                document.head.append(script);
            })));
            const programs = Object.values(window.programs);
            chapters = await Promise.all(programs.map(async (program) => new Chapter(program, await program.compile())));
            start();
        } catch (error) {
            const sentence = `This figure stands still: the page’s program did not start (${error}).`;
            all("figure .controls").forEach((place) => place.replaceWith(make("p", { className: "controls" }, sentence)));
        }
    }));
})();
