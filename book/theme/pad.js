// The pad: whoever writes a digit on it sees the network of the chapter *Digits* answer. The drawing is held
// as strokes, which the chapter's own code (pad-program.d.ts) turns into an image; no canvas is ever read.
// Below it the same network learns anew, in a worker.

(() => {
    const found = document.querySelector(".pad");
    // The page that has every chapter, to be printed, stays as it is.
    if (!(found instanceof HTMLElement) || document.querySelectorAll("[data-programs]").length > 1) return;
    const place = found;

    const SIDE = 280;
    const INK = 14;
    /** How large a pixel of each layer's maps is drawn. */
    const ZOOM = [4, 3, 3, 4, 6, 6, 8];

    const load = (/** @type {string | undefined} */ src) => new Promise((loaded, failed) => {
        const script = make("script", { src: src ?? "" });
        Object.assign(script, { onload: loaded, onerror: () => failed("it could not be loaded") });
        document.head.append(script);
    });
    /** The bytes that base64 stands for. @param {string} letters */
    const bytes = (letters) => Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));

    /** A grey image on a canvas: the sign of a value is its colour, its size the opacity.
     * @param {HTMLCanvasElement} canvas @param {ArrayLike<number>} values @param {number[]} shape channels, rows, columns */
    function paint(canvas, values, [channels, rows, columns]) {
        const context = canvas.getContext("2d");
        if (!context) return;
        const [width, height] = [channels * (columns + 1) - 1, rows];
        Object.assign(canvas, { width, height });
        const pixels = context.createImageData(width, height);
        const largest = Math.max(1e-9, ...Array.from(values, Math.abs));
        const [ink, other] = ["--plate-text", "--plate-vermilion"].map((name) => colour(canvas, name));
        for (let at = 0; at < values.length; at += 1) {
            const [channel, row, column] = [Math.floor(at / (rows * columns)), Math.floor(at / columns) % rows, at % columns];
            const to = 4 * (row * width + channel * (columns + 1) + column);
            pixels.data.set(values[at] < 0 ? other : ink, to);
            pixels.data[to + 3] = 12 + 243 * Math.abs(values[at]) / largest;
        }
        context.putImageData(pixels, 0, 0);
    }

    /** A colour of the theme as red, green, blue. @param {Element} element @param {string} name */
    function colour(element, name) {
        const probe = make("i", {});
        probe.style.color = `var(${name})`;
        element.after(probe);
        const [red, green, blue] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
        probe.remove();
        return [red, green, blue, 0];
    }

    /** A label with its article. @param {number} label */
    const a = (label) => `${label === 8 ? "an" : "a"} ${label}`;

    /** The whole page's pad. @param {PadProgram} program @param {WebAssembly.Module} module */
    function start(program, module) {
        const { Pad } = program.instance(module);
        const pad = new Pad(SIDE, bytes(window.weights));
        const drawing = make("canvas", { className: "drawing", width: SIDE, height: SIDE, role: "img", ariaLabel: "A pad to write a digit on with a finger, a pen or a mouse" });
        const answer = make("p", { className: "answer", role: "status" });
        const bars = Array.from({ length: 10 }, (_, label) => make("div", { className: "bar" }, `${label}`, make("span", {}), make("b", {})));
        const origin = make("p", { className: "origin", role: "status" });
        const layers = Array.from(ZOOM, (zoom, layer) => {
            const canvas = make("canvas", { tabIndex: layer ? 0 : -1, role: "img", ariaLabel: pad.name(layer) });
            const light = make("div", { className: "light", hidden: true });
            const [channels, rows, columns] = pad.shape(layer);
            canvas.style.width = `${zoom * (channels * (columns + 1) - 1)}px`;
            canvas.style.height = `${zoom * rows}px`;
            return { canvas, light, zoom, shape: [channels, rows, columns] };
        });
        /** @type {[number, number, number, number] | null} */ let pointed = null;
        let frameRequest = 0;

        const show = () => {
            frameRequest = 0;
            const drawn = pad.look();
            place.classList.toggle("empty", !drawn);
            const probabilities = drawn ? pad.probabilities() : new Float64Array(10);
            const argmax = probabilities.indexOf(Math.max(...probabilities));
            bars.forEach((bar, label) => {
                bar.classList.toggle("best", drawn && label === argmax);
                /** @type {HTMLElement} */ (bar.children[0]).style.setProperty("--share", `${100 * probabilities[label]}%`);
                bar.children[1].textContent = pad.percent(label);
            });
            answer.textContent = drawn ? `The network reads ${a(argmax)}.` : "Write a digit here.";
            layers.forEach(({ canvas, shape }, layer) => paint(canvas, drawn ? pad.maps(layer) : new Float64Array(shape[0] * shape[1] * shape[2]), shape));
            point(pointed);
        };
        const soon = () => { frameRequest ||= requestAnimationFrame(show); };

        // Each finger has a stroke of its own.
        /** @type {Map<number, {stroke: number, x: number, y: number}>} */ const pens = new Map();
        let strokes = 0;
        /** @param {PointerEvent} event */
        const at = ({ clientX, clientY }) => {
            const { left, top, width, height } = drawing.getBoundingClientRect();
            return { x: (clientX - left) * SIDE / width, y: (clientY - top) * SIDE / height };
        };
        /** What has been drawn, so that another theme can draw it in its own ink. @type {[number, number, number, number][]} */
        let lines = [];
        /** @param {(typeof lines)[number]} line */
        const stroke = ([fromX, fromY, toX, toY]) => {
            const context = drawing.getContext("2d");
            if (!context) return;
            Object.assign(context, { lineWidth: INK, lineCap: "round", strokeStyle: getComputedStyle(drawing).color });
            context.beginPath();
            context.moveTo(fromX, fromY);
            context.lineTo(toX, toY);
            context.stroke();
        };
        const wipe = () => drawing.getContext("2d")?.clearRect(0, 0, SIDE, SIDE);
        /** @param {number} id @param {{x: number, y: number}} to */
        const draw = (id, to) => {
            const pen = pens.get(id);
            if (!pen) return;
            pad.touch(pen.stroke, to.x, to.y);
            lines.push([pen.x, pen.y, to.x, to.y]);
            stroke([pen.x, pen.y, to.x, to.y]);
            pens.set(id, { ...pen, ...to });
            soon();
        };
        drawing.addEventListener("pointerdown", (event) => {
            if (event.button) return;
            event.preventDefault();
            drawing.setPointerCapture(event.pointerId);
            pens.set(event.pointerId, { stroke: strokes, ...at(event) });
            strokes += 1;
            draw(event.pointerId, at(event));
        });
        drawing.addEventListener("pointermove", (event) => {
            for (const each of event.getCoalescedEvents?.() ?? [event]) draw(event.pointerId, at(each));
        });
        for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) drawing.addEventListener(end, ({ pointerId }) => pens.delete(pointerId));

        const clear = () => { pad.clear(); pens.clear(); [strokes, lines] = [0, []]; digits.value = ""; wipe(); soon(); };
        const digits = make("select", { ariaLabel: "one of the book’s digits, or what is none" }, make("option", { value: "" }, "or take a digit"));
        const [ten, none] = ["digits", "no digits"].map((label) => make("optgroup", { label }));
        for (let digit = 0; digit < 20; digit += 1) ten.append(new Option(a(digit >> 1), `${digit}`));
        pad.no_digits().split("\n").forEach((name, k) => none.append(new Option(name, `${20 + k}`)));
        digits.append(ten, none);
        digits.addEventListener("change", () => {
            const { value } = digits;
            clear();
            digits.value = value;
            if (value !== "") pad.take(Number(value));
        });

        /** Lights what a pixel of a map comes from, and says how. @param {typeof pointed} pixel */
        function point(pixel) {
            pointed = pixel;
            layers.forEach(({ light }) => { light.hidden = true; });
            origin.textContent = "Point at a pixel of a map to see where it comes from.";
            if (!pixel || place.classList.contains("empty")) return;
            const [layer, map, row, column] = pixel;
            origin.textContent = pad.origin(layer, map, row, column);
            const [from, top, left, bottom, right] = pad.patch(layer, map, row, column);
            frame(layers[layer], [map, row, column, row + 1, column + 1]);
            const below = layers[layer - 1];
            if (from < below.shape[0]) frame(below, [from, top, left, bottom, right]);
            else frame(below, [0, top, left, bottom, right], below.shape[0]);
        }
        /** @param {(typeof layers)[number]} layer @param {number[]} patch @param {number} [times] the same in so many maps */
        function frame({ light, zoom, shape: [, , columns] }, [map, top, left, bottom, right], times = 1) {
            const boxes = Array.from({ length: times }, (_, k) => {
                const box = make("i", {});
                Object.assign(box.style, { left: `${zoom * ((map + k) * (columns + 1) + left)}px`, top: `${zoom * top}px`,
                    width: `${zoom * (right - left)}px`, height: `${zoom * (bottom - top)}px` });
                return box;
            });
            light.replaceChildren(...boxes);
            light.hidden = false;
        }
        layers.forEach(({ canvas, zoom, shape: [channels, rows, columns] }, layer) => {
            if (layer === 0) return;
            const limit = (/** @type {number} */ x, /** @type {number} */ end) => Math.max(0, Math.min(end - 1, x));
            canvas.addEventListener("pointermove", (event) => {
                const { left, top } = canvas.getBoundingClientRect();
                const x = Math.floor((event.clientX - left) / zoom);
                const map = limit(Math.floor(x / (columns + 1)), channels);
                point([layer, map, limit(Math.floor((event.clientY - top) / zoom), rows), limit(x - map * (columns + 1), columns)]);
            });
            canvas.addEventListener("focus", () => { if (pointed?.[0] !== layer) point([layer, 0, rows >> 1, columns >> 1]); });
            canvas.addEventListener("keydown", (event) => {
                const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
                if (!step || !pointed) return;
                event.preventDefault();
                event.stopPropagation();
                const [, map, row, column] = pointed;
                const along = limit(map * columns + column + step[1], channels * columns);
                point([layer, Math.floor(along / columns), limit(row + step[0], rows), along % columns]);
            });
        });

        const maps = layers.map(({ canvas, light }, layer) => make("div", { className: "layer" },
            make("span", { className: "label" }, pad.name(layer)), make("div", { className: "maps" }, make("div", { className: "sheet" }, canvas, light))));
        place.replaceChildren(
            make("div", { className: "desk" },
                make("div", {}, drawing, make("div", { className: "buttons" }, button("Clear", clear), digits)),
                make("div", { className: "answers" }, answer, ...bars)),
            ...maps, origin);
        const ink = new MutationObserver(() => { wipe(); lines.forEach(stroke); soon(); });
        ink.observe(document.documentElement, { attributeFilter: ["class"] });
        show();
        place.append(school(program, module, (weights) => { pad.learn(weights); soon(); }));
    }

    /** What the worker does: learns from the start, and posts after every few batches how far it is.
     * @param {Pick<PadProgram, "instance">} program @param {number} few @param {number} epochs */
    function work(program, few, epochs) {
        self.onmessage = ({ data: { module, records, seed } }) => {
            const { Lesson } = program.instance(module);
            const lesson = new Lesson(records, seed);
            const all = epochs * lesson.batches();
            let loss = 0;
            for (let batch = 1; batch <= all; batch += 1) {
                loss += lesson.step() / few;
                if (batch % few) continue;
                const test = batch % lesson.batches() < few ? lesson.test() : null;
                self.postMessage({ batch, all, loss, progress: lesson.progress(batch, all, loss), weights: lesson.weights(), test });
                loss = 0;
            }
        };
    }

    /** The place to learn anew in. @param {PadProgram} program @param {WebAssembly.Module} module
     * @param {(weights: Uint8Array) => void} learn takes the weights as they are */
    function school(program, module, learn) {
        const [FEW, EPOCHS, WIDTH, HEIGHT] = [5, 3, 560, 160];
        const curve = document.createElementNS("http://www.w3.org/2000/svg", "polyline");
        const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        picture.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
        picture.append(curve);
        const status = make("p", { role: "status" });
        /** @type {Worker | null} */ let worker = null;
        let seed = 0;
        const rest = () => {
            worker?.terminate();
            worker = null;
            train.textContent = "Train from scratch";
        };
        const train = button("Train from scratch", async () => {
            if (worker) {
                rest();
                status.textContent += " Stopped.";
                return;
            }
            train.disabled = true;
            try {
                if (!window.mnist) await load(place.dataset.mnist);
                const stream = new Blob([bytes(window.mnist)]).stream().pipeThrough(new DecompressionStream("gzip"));
                const records = new Uint8Array(await new Response(stream).arrayBuffer());
                const source = new Blob([`(${work})({ ${program.instance} }, ${FEW}, ${EPOCHS});`], { type: "text/javascript" });
                const address = URL.createObjectURL(source);
                worker = new Worker(address);
                URL.revokeObjectURL(address);
                seed += 1;
                /** @type {string[]} */ const points = [];
                let tested = "";
                worker.onerror = ({ message }) => { rest(); status.textContent = `The training stopped (${message}).`; };
                worker.onmessage = ({ data: { batch, all, loss, progress, weights, test } }) => {
                    points.push(`${WIDTH * batch / all},${HEIGHT * (1 - Math.min(1, loss / 2.4))}`);
                    curve.setAttribute("points", points.join(" "));
                    if (test) tested = ` Of ${test[1]} digits that it has never seen it reads ${test[0]} rightly.`;
                    status.textContent = progress + tested;
                    learn(weights);
                    if (batch === all) rest();
                };
                worker.postMessage({ module, records, seed });
                train.textContent = "Stop";
                status.textContent = "The weights are random again.";
            } catch (error) {
                rest();
                status.textContent = `The training could not begin (${error}).`;
            }
            train.disabled = false;
        });
        const back = button("Trained weights again", () => {
            rest();
            learn(bytes(window.weights));
            status.textContent = "These are the weights of twenty epochs.";
        });
        return make("div", { className: "school" }, train, back, picture, status);
    }

    window.addEventListener("load", async () => {
        try {
            await Promise.all([load(place.dataset.pad), load(place.dataset.weights)]);
            start(window.pad, await window.pad.compile());
        } catch (error) {
            place.replaceChildren(make("p", {}, `The pad stays blank: its program did not start (${error}).`));
        }
    });
})();
