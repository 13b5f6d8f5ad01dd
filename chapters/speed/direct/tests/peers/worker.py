"""PyTorch's side of the comparison: speaks the protocol of `examples/worker`.

    python worker.py [THREADS]

It needs PyTorch and NumPy. Convolutions and poolings of any shape go by `conv:N,C,H,W,O,K,S,P`,
`maxpool:N,C,H,W,K,S` and `avgpool:N,C,H,W,K,S`, in f32; the network of the chapter Digits by `lenet_train`
(a step for 64 samples with momentum), `lenet_infer64` and `lenet_infer1`.
"""

import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

BATCH, RATE, MOMENTUM = 64, 0.01, 0.9


def numbers(n, tag, scale=1.0):
    """`n` numbers from -0.5 to 0.5, times `scale`: the same here and in Rust."""
    i = np.arange(n, dtype=np.uint64)
    h = (i * np.uint64(2654435761) + np.uint64(tag) * np.uint64(40503)) % np.uint64(1 << 32)
    h = (h ^ (h >> np.uint64(15))) * np.uint64(2246822519) % np.uint64(1 << 32)
    h = h ^ (h >> np.uint64(13))
    values = (h % np.uint64(1000)).astype(np.float64) / 1000.0 - 0.5
    return values.astype(np.float32) * np.float32(scale)


def tensor(tag, *shape, scale=1.0):
    return torch.from_numpy(numbers(int(np.prod(shape)), tag, scale).reshape(shape))


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(
            [nn.Conv2d(1, 6, 5, padding=2), nn.Conv2d(6, 16, 5), nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, 10)]
        )
        with torch.no_grad():
            for n, layer in enumerate(self.layers):
                scale = 2.0 / layer.weight[0].numel() ** 0.5
                layer.weight.copy_(tensor(100 + n, *layer.weight.shape, scale=scale))
                layer.bias.copy_(tensor(200 + n, *layer.bias.shape, scale=scale))

    def forward(self, x):
        first, second, *dense = self.layers
        x = F.max_pool2d(F.relu(first(x)), 2)
        x = F.max_pool2d(F.relu(second(x)), 2).flatten(1)
        return dense[2](F.relu(dense[1](F.relu(dense[0](x)))))


IMAGES = tensor(7, BATCH, 1, 28, 28) + 0.5
LABELS = torch.arange(BATCH) * 7 % 10


def step():
    """A step of learning, each time it is called."""
    network = Network()
    optimiser = torch.optim.SGD(network.parameters(), lr=RATE, momentum=MOMENTUM)

    def once():
        optimiser.zero_grad(set_to_none=True)
        loss = F.cross_entropy(network(IMAGES), LABELS)
        loss.backward()
        optimiser.step()
        return loss

    return once


def reading(images):
    network = Network()
    return lambda: network(images)


def shaped(op):
    """What an op such as `conv:1,1,28,28,6,5,1,2` does."""
    kind, sizes = op.split(":")
    sizes = [int(size) for size in sizes.split(",")]
    x = tensor(1, *sizes[:4])
    if kind == "conv":
        o, k, stride, padding = sizes[4:]
        w = tensor(2, o, sizes[1], k, k)
        return lambda: F.conv2d(x, w, stride=stride, padding=padding)
    k, stride = sizes[4:]
    pool = {"maxpool": F.max_pool2d, "avgpool": F.avg_pool2d}[kind]
    return lambda: pool(x, k, stride)


def quietly(work):
    """Without what only learning needs."""

    def once():
        with torch.inference_mode():
            return work()

    return once


NAMED = {"lenet_train": step(), "lenet_infer64": quietly(reading(IMAGES)), "lenet_infer1": quietly(reading(IMAGES[:1]))}


def op(name):
    if name not in NAMED:
        NAMED[name] = quietly(shaped(name))
    return NAMED[name]


def checked(name):
    """Two sums of an op's result: of a step, the losses of the first ten."""
    if name == "lenet_train":
        once = step()
        result = np.array([once().item() for _ in range(10)])
    else:
        result = op(name)().numpy().astype(np.float64).ravel()
    return result.sum(), (result * (np.arange(result.size) % 13)).sum()


def main():
    torch.set_num_threads(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    print("ready", flush=True)
    for line in sys.stdin:
        match line.split():
            case ["ops"]:
                print(*NAMED, flush=True)
            case ["check", name]:
                print(*checked(name), flush=True)
            case ["run", name, times]:
                work, began = op(name), time.perf_counter()
                for _ in range(int(times)):
                    work()
                print(time.perf_counter() - began, flush=True)
            case []:
                return
            case other:
                print("error: expected ops, check OP or run OP TIMES, got", *other, flush=True)


main()
