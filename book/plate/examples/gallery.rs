//! A figure of each kind, written as SVG: to look at the look of the book.
//!
//! `cargo run -p plate --example gallery [FOLDER]`

use plate::{Axis, Cells, Drawing, Error, Ink, Side, Tint, column, sample};
use show::number::{fixed, short};
use std::error::Error as Any;
use std::{env, fs, path::PathBuf};

fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-z))
}

fn tangent(name: &str, z: f64) -> Result<String, Error> {
    let y = sigmoid(z);
    let derivative = y * (1.0 - y);
    let along = |x: f64| y + derivative * (x - z);
    let desc = format!(
        "At z = {} the slope is {}.",
        short(z, 2),
        fixed(derivative, 3)
    );
    let mut drawing = Drawing::new(name, (600, 380), "The sigmoid", &desc);
    let x = Axis::linear(-6.0, 6.0).step(2.0).named("weighted sum $z$");
    let y_axis = Axis::linear(0.0, 1.0).step(0.25).named("output $σ(z)$");
    let mut chart = drawing.chart(x, y_axis)?;
    chart.line(sample(-6.0, 6.0, along), Ink::Vermilion.pen(1.6).dashed())?;
    chart.line(sample(-6.0, 6.0, sigmoid), Ink::Blue.pen(2.4))?;
    chart.dots([(z, y)], Ink::Vermilion)?;
    chart.label("sigmoid $σ$", sample(-6.0, 6.0, sigmoid), Ink::Blue);
    let words = format!("tangent, slope {}", fixed(derivative, 2));
    chart.label(&words, sample(-6.0, 6.0, along), Ink::Vermilion);
    chart.finish()?;
    Ok(drawing.finish())
}

fn plane(w1: f64, w2: f64) -> Result<String, Error> {
    let z = |x: f64, y: f64| w1 * x + w2 * y + 0.6 * x * y - 0.3;
    let mut drawing = Drawing::new(
        "gallery-plane",
        (560, 480),
        "A decision",
        "Blue and vermilion.",
    );
    let x = Axis::linear(-3.0, 3.0)
        .step(1.0)
        .named("input $x_1$")
        .without_mesh();
    let y = Axis::linear(-3.0, 3.0)
        .step(1.0)
        .named("input $x_2$")
        .without_mesh();
    let mut chart = drawing.chart(x, y)?;
    let height = |x, y| 2.0 * sigmoid(z(x, y)) - 1.0;
    chart.heat(height, (0.0, 1.0), 6, Ink::Blue.tint(0.6))?;
    chart.heat(
        |x, y| -height(x, y),
        (0.0, 1.0),
        6,
        Ink::Vermilion.tint(0.6),
    )?;
    chart.contours(z, [0.0], Ink::Text.pen(2.0))?;
    let points = [
        (-2.1, 1.3),
        (-1.2, -0.4),
        (0.7, 1.9),
        (2.2, 0.6),
        (1.1, -2.0),
        (-2.4, -2.2),
    ];
    chart.dots(points.into_iter().filter(|p| z(p.0, p.1) > 0.0), Ink::Blue)?;
    chart.crosses(
        points.into_iter().filter(|p| z(p.0, p.1) <= 0.0),
        Ink::Vermilion,
    )?;
    chart.label(
        "undecided, $y = 0.5$",
        sample(-3.0, 3.0, |x| (0.3 - w1 * x) / (w2 + 0.6 * x)),
        Ink::Text,
    );
    chart.finish()?;
    Ok(drawing.finish())
}

fn bowl() -> Result<String, Error> {
    let loss = |a: f64, b: f64| a * a + 0.3 * b * b + 0.4 * a * b;
    let mut drawing = Drawing::new("gallery-bowl", (560, 420), "A loss", "A valley.");
    let x = Axis::linear(-2.0, 2.0)
        .step(1.0)
        .named("weight $w_1$")
        .without_mesh();
    let y = Axis::linear(-2.0, 2.0)
        .step(1.0)
        .named("weight $w_2$")
        .without_mesh();
    let mut chart = drawing.chart(x, y)?;
    chart.heat(loss, (0.0, 6.0), 12, Ink::Blue.tint(0.75))?;
    chart.contours(loss, [0.25, 0.5, 1.0, 2.0, 4.0], Ink::Text.pen(0.8))?;
    let mut at = (-1.7, 1.6);
    let mut path = vec![at];
    for _ in 0..14 {
        at = (
            at.0 - 0.3 * (2.0 * at.0 + 0.4 * at.1),
            at.1 - 0.3 * (0.6 * at.1 + 0.4 * at.0),
        );
        path.push(at);
    }
    chart.line(path.iter().copied(), Ink::Vermilion.pen(2.0))?;
    chart.dots(path.iter().copied(), Ink::Vermilion)?;
    chart.label("start", [path[0]], Ink::Vermilion);
    chart.finish()?;
    Ok(drawing.finish())
}

fn falls() -> Result<String, Error> {
    let mut drawing = Drawing::new(
        "gallery-falls",
        (600, 380),
        "Loss against step",
        "Three rates.",
    );
    let x = Axis::linear(0.0, 40.0).step(10.0).named("step");
    let y = Axis::log(1e-6, 10.0).named("loss $L$");
    let mut chart = drawing.chart(x, y)?;
    for (rate, ink, name) in [
        (0.02, Ink::Blue, "too small"),
        (0.3, Ink::Green, "right"),
        (1.02, Ink::Vermilion, "too large"),
    ] {
        let loss = |step: f64| libm::pow((1.0 - 2.0 * rate) * (1.0 - 2.0 * rate), step);
        chart.line(sample(0.0, 40.0, loss), ink.pen(2.2))?;
        let words = format!("{name}, $η = {}$", short(rate, 2));
        chart.label(&words, sample(0.0, 40.0, loss), ink);
    }
    chart.finish()?;
    Ok(drawing.finish())
}

fn times() -> Result<String, Error> {
    let mut drawing = Drawing::new("gallery-bars", (560, 300), "Times", "Bars.");
    let x = Axis::names(&["ReLU", "sigmoid", "tanh", "GELU"]);
    let y = Axis::linear(0.0, 20.0).named("time, ns");
    let mut chart = drawing.chart(x, y)?;
    chart.bars(
        [(0.0, 1.2), (1.0, 9.0), (2.0, 14.5), (3.0, 17.0)],
        0.6,
        0.0,
        Ink::Blue.tint(0.7),
    )?;
    chart.finish()?;
    Ok(drawing.finish())
}

fn network() -> Result<String, Error> {
    let mut drawing = Drawing::new(
        "gallery-network",
        (600, 300),
        "A 2-3-1 network",
        "Three layers.",
    );
    let layers = [
        column((90.0, 140.0), 2, 90.0),
        column((300.0, 140.0), 3, 80.0),
        column((500.0, 140.0), 1, 0.0),
    ];
    for pair in layers.windows(2) {
        for (i, a) in pair[0].iter().enumerate() {
            for (j, b) in pair[1].iter().enumerate() {
                let w = libm::sin(1.0 + 2.0 * i as f64 + 3.0 * j as f64);
                let pen = if w < 0.0 {
                    Ink::Vermilion.pen(0.8 - 2.0 * w).dashed()
                } else {
                    Ink::Blue.pen(0.8 + 2.0 * w)
                };
                drawing.edge((*a, 22.0), (*b, 22.0), pen);
            }
        }
    }
    for (layer, name) in layers.iter().zip(["x", "h", "y"]) {
        for (i, at) in layer.iter().enumerate() {
            let text = if name == "y" {
                "$y$".to_string()
            } else {
                format!("${name}_{}$", i + 1)
            };
            drawing.node(*at, 22.0, &text, Ink::Blue);
        }
    }
    drawing.on_line(
        layers[0][0],
        layers[1][0],
        0.45,
        "$w_{1,1} = 0.84$",
        Ink::Text.letters(13.0),
    );
    for (x, text) in [
        (90.0, "inputs"),
        (300.0, "hidden layer, $∂L/∂w_1$"),
        (500.0, "output"),
    ] {
        drawing.text((x, 280.0), text, Ink::Muted);
    }
    Ok(drawing.finish())
}

fn window() -> Result<String, Error> {
    let mut drawing = Drawing::new(
        "gallery-window",
        (600, 260),
        "A kernel over an image",
        "Sixteen numbers.",
    );
    let image = Cells::new((30.0, 60.0), (4, 4), 36.0);
    let kernel = Cells::new((268.0, 96.0), (2, 2), 36.0);
    let map = Cells::new((440.0, 78.0), (3, 3), 36.0);
    drawing.window(&image, (1, 1), (2, 2), Ink::Green.tint(0.25));
    drawing.lattice(&image, Ink::Muted.pen(1.0));
    drawing.entries(&image, |r, c| (4 * r + c + 1).to_string(), Ink::Text);
    drawing.window(&image, (1, 1), (2, 2), Ink::Green.pen(2.6));
    drawing.shades(&kernel, |r, _| {
        Tint::signed(if r == 0 { -1.0 } else { 1.0 }, 1.0)
    });
    drawing.lattice(&kernel, Ink::Muted.pen(1.0));
    drawing.entries(
        &kernel,
        |r, _| short(if r == 0 { -1.0 } else { 1.0 }, 0),
        Ink::Text,
    );
    drawing.lattice(&map, Ink::Muted.pen(1.0));
    drawing.entries(&map, |_, _| "8".into(), Ink::Text);
    drawing.window(&map, (1, 1), (1, 1), Ink::Green.pen(2.6));
    drawing.text((224.0, 132.0), "∗", Ink::Muted.letters(24.0));
    drawing.arrow((356.0, 132.0), (420.0, 132.0), Ink::Muted.pen(1.6));
    let tip =
        drawing.brace(image.corner, image.size(), Side::Below, Ink::Muted.pen(1.2));
    drawing.text(tip, "four columns", Ink::Muted.letters(13.0).below());
    for (cells, name) in [(image, "image"), (kernel, "kernel"), (map, "map")] {
        drawing.text(
            (cells.middle().0, 40.0),
            name,
            Ink::Text.letters(14.0).bold(),
        );
    }
    Ok(drawing.finish())
}

fn digit() -> Result<String, Error> {
    let mut drawing = Drawing::new("gallery-digit", (600, 250), "An image", "A ring.");
    let value = |r: usize, c: usize| {
        let (x, y) = (c as f64 - 13.5, r as f64 - 13.5);
        let d = ((x * x + 1.6 * y * y).sqrt() - 9.0).abs();
        (1.6 - 0.5 * d).clamp(0.0, 1.0)
    };
    let image = Cells::new((30.0, 12.0), (28, 28), 8.0);
    drawing.shades(&image, |r, c| Tint::ramp(Ink::Text, value(r, c), 1.0));
    drawing.window(&image, (0, 0), (28, 28), Ink::Muted.pen(1.0));
    let map = Cells::new((340.0, 12.0), (28, 27), 8.0);
    drawing.shades(&map, |r, c| {
        Tint::signed(value(r, c + 1) - value(r, c), 1.0)
    });
    drawing.window(&map, (0, 0), (28, 27), Ink::Muted.pen(1.0));
    Ok(drawing.finish())
}

fn main() -> Result<(), Box<dyn Any>> {
    let folder = env::args_os().nth(1).map_or_else(
        || show::files::folder().with_file_name("gallery"),
        PathBuf::from,
    );
    fs::create_dir_all(&folder)?;
    let figures = [
        ("tangent", tangent("gallery-tangent", 0.41)?),
        ("tangent-far", tangent("gallery-tangent-far", -5.5)?),
        ("plane", plane(1.0, -0.8)?),
        ("bowl", bowl()?),
        ("falls", falls()?),
        ("bars", times()?),
        ("network", network()?),
        ("window", window()?),
        ("digit", digit()?),
    ];
    for (name, svg) in figures {
        let path = folder.join(name).with_extension("svg");
        println!("{} ({} bytes)", path.display(), svg.len());
        fs::write(path, svg)?;
    }
    Ok(())
}
