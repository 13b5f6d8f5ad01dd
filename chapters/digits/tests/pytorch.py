"""PyTorch's network of the same shape, from the book's own start and in the book's own order.

    cargo run --release -p digits --bin digits-export -- target/export
    python chapters/digits/tests/pytorch.py target/export

needs torch and numpy, and writes two files that tests and the chapter hold our own results to:

- chapters/digits/results/pytorch.json: how many of the 2,000 digits held out are read rightly after 20
  epochs from each of the seeds, in float32, as PyTorch trains; and the losses of the first batches of
  seed 1, in float64.
- chapters/digits/tests/fixtures/one-step.f64: all weights after the first step of seed 1, in float64.
"""

import json
import platform
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn

SEEDS, EPOCHS, BATCH, RATE, MOMENTUM = range(1, 6), 20, 64, 0.02, 0.9
BATCHES_IN_FLOAT64 = 3

folder = Path(sys.argv[1])
chapter = Path(__file__).resolve().parent.parent


def network(seed, dtype):
    """The network with the book's start."""
    layers = nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10),
    ).to(dtype)
    numbers = torch.from_numpy(np.fromfile(folder / f"start-{seed}.f64", "<f8"))
    with torch.no_grad():
        for array in layers.parameters():
            array.copy_(numbers[: array.numel()].reshape(array.shape))
            numbers = numbers[array.numel() :]
    assert numbers.numel() == 0
    return layers


def digits(name, dtype):
    """Images and labels of a file of records."""
    records = torch.from_numpy(np.fromfile(folder / name, np.uint8).reshape(-1, 785).copy())
    return records[:, 1:].reshape(-1, 1, 28, 28).to(dtype) / 255, records[:, 0].long()


def batches(seed, count):
    """The places of the digits, batch after batch, as many epochs as there are."""
    places = torch.from_numpy(np.fromfile(folder / f"permutation-{seed}.u32", "<u4").astype(np.int64))
    for epoch in places.reshape(-1, count):
        yield from epoch.split(BATCH)


def steps(layers, seed, images, labels):
    """Takes a step for each batch, and yields its mean loss before it."""
    descent = torch.optim.SGD(layers.parameters(), lr=RATE, momentum=MOMENTUM)
    for batch in batches(seed, len(labels)):
        loss = nn.functional.cross_entropy(layers(images[batch]), labels[batch])
        descent.zero_grad()
        loss.backward()
        descent.step()
        yield loss.item()


def exact():
    """The first batches of seed 1 in float64: writes the weights after the first step, gives the losses."""
    layers, losses = network(1, torch.float64), []
    for loss in steps(layers, 1, *digits("train.bin", torch.float64)):
        losses.append(loss)
        if len(losses) == 1:
            weights = np.concatenate([array.detach().numpy().ravel() for array in layers.parameters()])
            weights.astype("<f8").tofile(chapter / "tests/fixtures/one-step.f64")
        if len(losses) == BATCHES_IN_FLOAT64:
            return losses


def right(seed):
    """How many digits held out are read rightly after all epochs, in float32."""
    layers = network(seed, torch.float32)
    taken = sum(1 for _ in steps(layers, seed, *digits("train.bin", torch.float32)))
    assert taken == EPOCHS * -(-8000 // BATCH)
    images, labels = digits("evaluation.bin", torch.float32)
    with torch.no_grad():
        return int((layers(images).argmax(1) == labels).sum())


torch.set_num_threads(1)
found = {
    "versions": {"python": platform.python_version(), "torch": torch.__version__, "numpy": np.__version__},
    "losses": exact(),
    "of": len(digits("evaluation.bin", torch.float32)[1]),
    "right": {seed: right(seed) for seed in SEEDS},
}
(chapter / "results/pytorch.json").write_text(json.dumps(found, indent=2) + "\n")
