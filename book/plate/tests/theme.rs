//! The inks in all five themes of the page: contrast, and distance for every kind of colour vision.

use std::collections::BTreeMap;

const CSS: &str = include_str!("../../theme/plate.css");

/// `--bg` of each theme in mdBook 0.5.4's `variables.css`, as hue, saturation and lightness.
const PAGES: [(&str, [f64; 3]); 5] = [
    ("light", [0.0, 0.0, 100.0]),
    ("rust", [60.0, 9.0, 87.0]),
    ("coal", [200.0, 7.0, 8.0]),
    ("navy", [226.0, 23.0, 11.0]),
    ("ayu", [210.0, 25.0, 8.0]),
];
const SERIES: [&str; 6] = ["blue", "vermilion", "green", "purple", "orange", "sky"];

type Rgb = [f64; 3];
type Inks = BTreeMap<String, String>;

/// The rules of the file: selector and inks, those inside a media query too.
fn rules() -> Vec<(String, Inks)> {
    let mut rules = Vec::new();
    for rule in CSS.split('}') {
        let Some((head, body)) = rule.rsplit_once('{') else {
            continue;
        };
        let media = head
            .rsplit_once('{')
            .map(|(media, _)| media.trim())
            .unwrap_or_default();
        let media = media
            .rsplit_once("@media")
            .map(|(_, m)| m.trim())
            .unwrap_or_default();
        let selector = head
            .rsplit(['{', '/', '}'])
            .next()
            .unwrap_or_default()
            .trim();
        let inks: Inks = body
            .split(';')
            .filter_map(|line| line.trim().strip_prefix("--plate-")?.split_once(':'))
            .map(|(name, value)| (name.to_string(), value.trim().to_string()))
            .collect();
        if !inks.is_empty() {
            rules.push((format!("{media} {selector}").trim().to_string(), inks));
        }
    }
    rules
}

/// The inks that a theme gives on the screen.
fn inks(theme: &str) -> Inks {
    let class = format!(".{theme}");
    let of = |selector: &str| selector.split(',').any(|part| part.trim() == class);
    let mut found = rules().into_iter().filter(|(selector, _)| of(selector));
    let (_, inks) = found
        .next()
        .unwrap_or_else(|| panic!("no rule for {theme}"));
    assert!(found.next().is_none());
    inks
}

fn hex(text: &str) -> Rgb {
    let digits = text
        .strip_prefix('#')
        .filter(|d| d.len() == 6)
        .unwrap_or_else(|| panic!("{text}"));
    [0, 2, 4].map(|i| {
        f64::from(u8::from_str_radix(&digits[i..i + 2], 16).expect("hex")) / 255.0
    })
}

fn hsl([h, s, l]: [f64; 3]) -> Rgb {
    let (s, l) = (s / 100.0, l / 100.0);
    [0.0, 8.0, 4.0].map(|n| {
        let k = (n + h / 30.0) % 12.0;
        l - s * l.min(1.0 - l) * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0)
    })
}

fn linear(color: Rgb) -> Rgb {
    color.map(|c| {
        if c <= 0.04045 {
            c / 12.92
        } else {
            libm::pow((c + 0.055) / 1.055, 2.4)
        }
    })
}

/// The contrast of WCAG 2.
fn contrast(a: Rgb, b: Rgb) -> f64 {
    let luminance = |c: Rgb| {
        let [r, g, b] = linear(c);
        0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
    };
    let (a, b) = (luminance(a), luminance(b));
    a.max(b) / a.min(b)
}

fn times(matrix: [[f64; 3]; 3], v: Rgb) -> Rgb {
    matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
}

/// The distance of two colours in Oklab, as somebody sees them whose vision is `eyes`.
fn distance(eyes: [[f64; 3]; 3], a: Rgb, b: Rgb) -> f64 {
    let lab = |color: Rgb| {
        let seen = times(eyes, linear(color)).map(|c| c.clamp(0.0, 1.0));
        let cones = times(
            [
                [0.4122214708, 0.5363325363, 0.0514459929],
                [0.2119034982, 0.6806995451, 0.1073969566],
                [0.0883024619, 0.2817188376, 0.6299787005],
            ],
            seen,
        );
        times(
            [
                [0.2104542553, 0.7936177850, -0.0040720468],
                [1.9779984951, -2.4285922050, 0.4505937099],
                [0.0259040371, 0.7827717662, -0.8086757660],
            ],
            cones.map(libm::cbrt),
        )
    };
    let (a, b) = (lab(a), lab(b));
    a.iter()
        .zip(b)
        .map(|(a, b)| (a - b) * (a - b))
        .sum::<f64>()
        .sqrt()
}

/// Normal vision, protanopia, deuteranopia, tritanopia (Machado, Oliveira and Fernandes, 2009).
const EYES: [[[f64; 3]; 3]; 4] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
];

#[test]
fn every_ink_can_be_seen_and_read_in_every_theme() {
    for (theme, page) in PAGES {
        let inks = inks(theme);
        assert_eq!(inks["paper"], "var(--bg)", "the paper is the page");
        for (ink, color) in &inks {
            let least = match ink.as_str() {
                "paper" | "grid" => continue,
                "text" => 7.0,
                ink if ink == "muted" || ink.ends_with("-text") => 4.5,
                _ => 3.0,
            };
            let contrast = contrast(hex(color), hsl(page));
            assert!(
                contrast >= least,
                "{ink} on {theme}: {contrast:.2} of {least}"
            );
        }
        assert_eq!(inks.len(), 4 + 2 * SERIES.len());
    }
}

#[test]
fn the_six_inks_of_series_stay_apart_for_every_kind_of_colour_vision() {
    // Okabe and Ito's own six have a least distance of 0.076 by this measure.
    for (theme, _) in PAGES {
        let inks = inks(theme);
        for eyes in EYES {
            for (i, a) in SERIES.iter().enumerate() {
                for b in &SERIES[i + 1..] {
                    let d = distance(eyes, hex(&inks[*a]), hex(&inks[*b]));
                    assert!(d >= 0.076, "{a} and {b} in {theme}: {d:.3}");
                }
            }
        }
    }
}

#[test]
fn a_page_without_scripts_and_a_printed_page_have_the_inks_of_their_ground() {
    let rules = rules();
    let of = |name: &str| {
        let found = rules.iter().find(|(selector, _)| selector == name);
        found
            .unwrap_or_else(|| {
                panic!(
                    "no {name} in {:?}",
                    rules.iter().map(|r| &r.0).collect::<Vec<_>>()
                )
            })
            .1
            .clone()
    };
    assert_eq!(
        of("(prefers-color-scheme: dark) html:not(.js)"),
        inks("coal")
    );
    let print =
        "print html.light, html.rust, html.coal, html.navy, html.ayu, html:not(.js)";
    let mut white = inks("light");
    white.insert("paper".into(), "#ffffff".into());
    assert_eq!(of(print), white);
}

#[test]
fn a_figure_by_itself_falls_back_to_the_light_theme() {
    let light = inks("light");
    for ink in plate::Ink::all() {
        for css in [ink.css(), ink.text_css()] {
            let (name, color) = css
                .strip_prefix("var(--plate-")
                .and_then(|css| css.strip_suffix(')')?.split_once(','))
                .unwrap_or_else(|| panic!("{css}"));
            let expected = if name == "paper" {
                "#fff"
            } else {
                &light[name]
            };
            assert_eq!(color, expected, "{name}");
        }
    }
}
