// Where the pages' program cannot be compiled, the book is printed all the same, and stands still.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { files, made, root } from "../book.js";
import { printed } from "../page.js";
import { reading } from "../reader.js";
import { browser, book, pages } from "../stage.js";

const figures = pages.flatMap((page) => page.figures).length;

/** Prints the book into a folder of its own, with rustc's `flags` for WebAssembly.
 * @param {string} folder @param {string} flags @param {string[]} more */
function build(folder, flags, ...more) {
    const env = { ...process.env, MDBOOK_BUILD__BUILD_DIR: `target/browser/${folder}`, CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: flags };
    const { status, stderr } = spawnSync("cargo", ["book", "build", ...more], { cwd: root, env, encoding: "utf8" });
    return { status, stderr, html: join(made, folder, "html") };
}

test("without the target the book is printed with no controls, and one line says how to get it", async () => {
    const { status, stderr, html } = build("no-target", `--sysroot ${made}`);
    assert.equal(status, 0, stderr);
    const lines = stderr.split("\n").filter((line) => line.includes("will not answer"));
    assert.deepEqual(lines, ["The pages will not answer: rustc has no target wasm32-unknown-unknown here. `cargo book setup` gets it."]);
    assert.deepEqual(files(html).filter((file) => /(^|\/)program-/.test(file)), []);
    const still = await printed(browser, html, readdirSync(html).filter((file) => file.endsWith(".html")));
    assert.deepEqual(still.filter(({ programs }) => programs.length > 0), []);
    const words = (/** @type {import("../page.js").Page} */ { text }) => text.split(/\s+/).join(" ");
    assert.deepEqual(still.filter((page) => !book.some((other) => page.file === other.file && words(page) === words(other))).map(({ file }) => file), []);
    assert.equal(still.length, book.length);
    await Promise.all(pages.map(({ file }) => reading(browser, `${pathToFileURL(html)}/${file}`, { answers: false }, async ({ tab, requests }) => {
        await tab.waitForLoadState("networkidle");
        assert.equal(await tab.locator(".controls, .dock, main [role=spinbutton]").count(), 0, file);
        assert.deepEqual(requests.filter((url) => url.includes("program-")), []);
    })));
});

test("without the target --require-live prints nothing and fails", () => {
    const { status, stderr } = build("required", `--sysroot ${made}`, "--require-live");
    assert.notEqual(status, 0);
    assert.match(stderr, /rustc has no target wasm32-unknown-unknown here\. `cargo book setup` gets it\.$/m);
});

test("a program that does not compile leaves a book whose figures say so, and --require-live fails", async () => {
    const { status, stderr, html } = build("broken", "-C no-such-option");
    assert.equal(status, 0, stderr);
    assert.match(stderr, /^The pages will not answer, and say so: .*does not compile/m);
    const say = pages.map(({ file }) => reading(browser, `${pathToFileURL(html)}/${file}`, { answers: false }, async ({ tab }) => {
        await tab.waitForFunction(() => document.querySelector(".controls[aria-hidden]") === null);
        return tab.locator("figure .controls").allTextContents();
    }));
    const all = (await Promise.all(say)).flat();
    assert.deepEqual(all, Array(figures).fill("This figure stands still: the page’s program did not start (it does not compile)."));
    assert.notEqual(build("broken", "-C no-such-option", "--require-live").status, 0);
});
