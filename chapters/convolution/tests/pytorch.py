"""What PyTorch's conv2d answers with a dilation and in groups.

    python chapters/convolution/tests/pytorch.py

needs torch, and writes tests/fixtures/grouped.json: for each of 120 cases the settings, the numbers
that go in and those that come out, in float64.
"""

import json
import random
from pathlib import Path

import torch

CASES = 120

torch.manual_seed(14)
random.seed(14)


def numbers(*shape):
    """Numbers of few digits, so that the file stays small."""
    return (8 * torch.randn(*shape, dtype=torch.float64)).round() / 8


def case():
    """One layer and one image."""
    groups = random.randint(1, 3)
    filters, channels = groups * random.randint(1, 2), random.randint(1, 2)
    k = (random.randint(1, 3), random.randint(1, 3))
    stride, padding, dilation = random.randint(1, 3), random.randint(0, 3), random.randint(1, 3)
    sides = [random.randint(1, 3) + max(1, dilation * (n - 1) + 1 - 2 * padding) for n in k]
    image, kernels, bias = numbers(groups * channels, *sides), numbers(filters, channels, *k), numbers(filters)
    maps = torch.nn.functional.conv2d(
        image[None], kernels, bias, stride=stride, padding=padding, dilation=dilation, groups=groups
    )[0]
    arrays = {"image": image, "kernels": kernels, "maps": maps}
    return {
        "stride": stride, "padding": padding, "dilation": dilation, "groups": groups, "bias": bias.tolist(),
        **{name: array.flatten().tolist() for name, array in arrays.items()},
        **{name + "_shape": list(array.shape) for name, array in arrays.items()},
    }


found = {"torch": torch.__version__, "cases": [case() for _ in range(CASES)]}
lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in found["cases"])
file = Path(__file__).resolve().parent / "fixtures/grouped.json"
file.parent.mkdir(exist_ok=True)
file.write_text(f'{{"torch":{json.dumps(found["torch"])},"cases":[\n{lines}\n]}}\n')
