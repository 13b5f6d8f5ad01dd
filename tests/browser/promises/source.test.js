// Source 000's example in its page: whoever sets its inputs reads its numbers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { number } from "../reference.js";
import { group, home, read } from "../stage.js";

test("the inputs of source 000, typed in, give its numbers, but for the one that it rounds wrongly", async () => {
    const inputs = group("perceptron");
    const page = home("perceptron");
    assert.equal(page.file, "backprop.html");
    await read(page.file, async (reader) => {
        const controls = await reader.open("perceptron");
        for (const { values } of [inputs.random[0], inputs.book]) {
            for (const [i, value] of values.entries()) await reader.type(controls, i, String(number(value)));
        }
        const numbers = await reader.numbers();
        const { printed } = inputs.inputs;
        const missing = printed.filter(([name, , right]) => !page.marks.some((mark, at) => mark.name === name && numbers[at].text === right));
        assert.deepEqual(missing, []);
        assert.deepEqual(printed.filter(([, digits, right]) => digits !== right), [["perceptron.dw2", "−0.0576", "−0.0575"]]);
    });
});
