// The machine's own Chromium, with a fresh profile and no traffic of its own.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-quic", "--no-first-run"];

/** @param {string} path */
function runs(path) {
    try {
        accessSync(path, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}

function executable() {
    if (process.env.CHROMIUM) return process.env.CHROMIUM;
    const folders = (process.env.PATH ?? "").split(delimiter);
    const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs);
    if (found === undefined) {
        throw new Error(`The tests need Chromium: none of ${NAMES.join(", ")} is on PATH. `
            + "Install it, or name its file in the environment variable CHROMIUM.");
    }
    return found;
}

export const launch = () => chromium.launch({ executablePath: executable(), args: FLAGS });
