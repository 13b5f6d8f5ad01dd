//! What holds for every figure, whatever it was asked to draw.

/// Panics, saying why, if `svg` is not in the form that mdBook leaves as it is, or not a sound figure.
pub fn check(svg: &str) {
    let xml =
        roxmltree::Document::parse(svg).unwrap_or_else(|e| panic!("{e} in {svg}"));
    assert!(!svg.contains("\n\n") && !svg.ends_with('\n') && !svg.contains('\r'));
    assert_eq!(
        written_anew(xml.root_element(), true),
        svg,
        "not in normal form"
    );
    let [title, desc] = ["title", "desc"].map(|name| {
        let mut found = xml
            .descendants()
            .filter(|n| n.has_tag_name(("http://www.w3.org/2000/svg", name)));
        let node = found.next().unwrap_or_else(|| panic!("no {name} in {svg}"));
        assert!(found.next().is_none());
        node.attribute("id").unwrap_or_default()
    });
    let labelled = xml.root_element().attribute("aria-labelledby");
    assert_eq!(labelled, Some(format!("{title} {desc}").as_str()));
    let ids = xml.descendants().filter(|n| n.has_attribute("id"));
    assert_eq!(ids.count(), 2, "only title and desc have ids");
    let [width, height, sides, style] = ["width", "height", "viewBox", "style"]
        .map(|name| xml.root_element().attribute(name).unwrap_or_default());
    assert_eq!(sides, format!("0 0 {width} {height}"), "the figure scales");
    assert_eq!(
        style, "max-width:100%;height:auto",
        "a window may be narrow"
    );
    let width = number(width);
    for node in xml.descendants() {
        for attribute in node.attributes() {
            match attribute.name() {
                "d" | "x" | "y" | "cx" | "cy" | "r" | "rx" | "width" | "height"
                | "dy" | "stroke-width" | "stroke-dasharray" | "transform"
                | "font-size" => {
                    numbers(attribute.value())
                        .iter()
                        .for_each(|n| one_decimal(n));
                }
                "fill" | "stroke" => {
                    let value = attribute.value();
                    assert!(
                        value == "none" || value.starts_with("var(--plate-"),
                        "{value}"
                    );
                }
                _ => {}
            }
            if attribute.name() == "font-size" {
                let shown = number(attribute.value()) * 560.0 / width.max(560.0);
                assert!(shown > 10.94, "letters of {shown} px in a page of 560");
            }
        }
    }
}

/// The document as mdBook 0.5.4 writes it: the rules of its `serialize.rs`, after a tokenizer that
/// makes names lower case. `viewBox` alone has a capital: a browser gives it back in a page, and a file
/// by itself would not scale without.
fn written_anew(node: roxmltree::Node, root: bool) -> String {
    let escape = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
    };
    if let Some(text) = node.text().filter(|_| node.is_text()) {
        return escape(text);
    }
    let name = node.tag_name().name().to_lowercase();
    let mut out = format!("<{name}");
    if root {
        out += " xmlns=\"http://www.w3.org/2000/svg\"";
    }
    for attribute in node.attributes() {
        let value = escape(attribute.value());
        let value = value
            .replace('"', "&quot;")
            .replace('\'', "&#39;")
            .replace('\\', "&#92;");
        let name = match attribute.name() {
            "viewBox" => "viewBox".to_string(),
            name => name.to_lowercase(),
        };
        out += &format!(" {name}=\"{value}\"");
    }
    let drawn = ["path", "circle", "rect"].contains(&name.as_str());
    if drawn && !node.has_children() {
        return out + " />";
    }
    let inner: String = node
        .children()
        .map(|child| written_anew(child, false))
        .collect();
    format!("{out}>{inner}</{name}>")
}

/// The numbers of an attribute, as they are written.
pub fn numbers(text: &str) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::new();
    let mut open = false;
    for c in text.chars() {
        let dotted = open && numbers.last().is_some_and(|n| n.contains('.'));
        if c == '-' || (c == '.' && (dotted || !open)) || (c.is_ascii_digit() && !open)
        {
            numbers.push(c.to_string());
            open = true;
        } else if c.is_ascii_digit() || c == '.' {
            numbers.last_mut().expect("a number is open").push(c);
        } else {
            assert!(
                " ,()".contains(c) || c.is_ascii_lowercase() || c == 'M',
                "{c} in {text}"
            );
            open = false;
        }
    }
    numbers
}

fn number(text: &str) -> f64 {
    text.parse()
        .unwrap_or_else(|_| panic!("{text} is no number"))
}

fn one_decimal(text: &str) {
    assert!(number(text).is_finite());
    assert!(text != "-0" && text != "-", "{text}");
    let decimals = text.split_once('.').map_or(0, |(_, d)| d.len());
    assert!(decimals <= 1, "{text} has {decimals} decimals");
}

/// The corners of every path drawn with straight strokes, in px of the drawing.
pub fn corners(d: &str) -> Vec<Vec<(f64, f64)>> {
    let mut lines: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut at = (0.0, 0.0);
    let starts: Vec<usize> = d
        .char_indices()
        .filter(|(_, c)| c.is_alphabetic())
        .map(|(i, _)| i)
        .collect();
    for (k, &start) in starts.iter().enumerate() {
        let end = starts.get(k + 1).copied().unwrap_or(d.len());
        let steps: Vec<f64> = numbers(&d[start + 1..end])
            .iter()
            .map(|n| number(n))
            .collect();
        match &d[start..=start] {
            "M" => {
                at = (steps[0], steps[1]);
                lines.push(vec![at]);
            }
            "l" => steps.chunks(2).for_each(|s| {
                at = (at.0 + s[0], at.1 + s[1]);
                lines.last_mut().expect("M comes first").push(at);
            }),
            "h" | "v" => steps.iter().for_each(|s| {
                at = if &d[start..=start] == "h" {
                    (at.0 + s, at.1)
                } else {
                    (at.0, at.1 + s)
                };
                lines.last_mut().expect("M comes first").push(at);
            }),
            _ => {}
        }
    }
    lines
}
