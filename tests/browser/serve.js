// A folder over http, on this machine alone.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

/** @type {Record<string, string>} */
const KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
};

/** @param {string} folder */
export async function serve(folder) {
    const server = createServer(async (request, response) => {
        const path = decodeURIComponent(new URL(request.url ?? "/", "http://here").pathname);
        const file = path.endsWith("/") ? `${path}index.html` : path;
        try {
            const bytes = await readFile(join(folder, file));
            response.writeHead(200, { "content-type": KINDS[extname(file)] ?? "application/octet-stream" }).end(bytes);
        } catch {
            response.writeHead(404).end();
        }
    });
    await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(null)));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The server has no port.");
    return { address: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
