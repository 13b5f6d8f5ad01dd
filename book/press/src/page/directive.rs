//! What stands between `{{#` and `}}` outside of fences.

use super::Rendering;
use crate::examples;
use crate::program::Programs;

impl Rendering<'_> {
    /// Replaces `{{#output …}}`, `{{#example …}}`, `{{#opening …}}`, `{{#ledger}}`, `{{#machine …}}` and `{{#pad}}`.
    pub(super) fn directives(&mut self) {
        let text = &self.source.text;
        for (start, _) in text.match_indices("{{#") {
            if self.opaque.iter().any(|code| code.contains(&start)) {
                continue;
            }
            let Some(length) = text[start..].find("}}") else {
                self.report(start, "a directive that does not end");
                continue;
            };
            let at = start..start + length + 2;
            let mut words = text[start + 3..at.end - 2].split_whitespace();
            let name = words.next().unwrap_or("");
            let arguments: Vec<_> = words.collect();
            match self.directive(name, &arguments) {
                Ok(made) => self.edits.push((at.clone(), made)),
                Err(what) => self.report(start, what),
            }
            // A name in a directive may hold digits; it is no text.
            self.census
                .tokens
                .retain(|token| !at.contains(&token.at.start));
        }
    }

    fn directive(&mut self, name: &str, arguments: &[&str]) -> Result<String, String> {
        match (name, arguments) {
            ("output", [name]) => {
                self.page.transcripts.push(name.to_string());
                let lines = self.stock.transcripts.get(*name);
                let lines = lines.ok_or(format!(
                    "an output that no chapter's listing has: {name}"
                ))?;
                Ok(format!("```text\n{}\n```", lines.trim_end()))
            }
            ("example", [called]) => {
                let (program, printed) = examples::read(self.root, called)?;
                let command = program.command();
                self.page.examples.push(program);
                let printed = printed.trim_end();
                Ok(format!(
                    "```console\n{command}\n```\n\n```text\n{printed}\n```"
                ))
            }
            ("machine", [package]) => {
                let machine = self.stock.machines.get(*package).cloned();
                machine.ok_or(format!(
                    "a machine of a chapter that has no results: {package}"
                ))
            }
            ("ledger", []) => Ok(self.stock.ledger.trim_end().to_string()),
            ("opening", packages) => {
                let minutes = self.words.div_ceil(200);
                let links: Vec<_> =
                    packages.iter().map(|package| link(package)).collect();
                let builds = match links.as_slice() {
                    [] => "Builds on nothing but school algebra".to_string(),
                    [one] => format!("Builds on {one}"),
                    [first @ .., last] => {
                        format!("Builds on {} and {last}", first.join(", "))
                    }
                };
                Ok(format!("*{builds}. About {minutes} minutes.*"))
            }
            ("pad", []) => {
                Ok(self.stock.programs.as_ref().map_or_else(String::new, pad))
            }
            _ => Err(format!("a directive that the press does not know: {name}")),
        }
    }
}

/// A link to a chapter's page.
fn link(package: &str) -> String {
    let mut title = package.to_string();
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    format!("[{title}]({package}.md)")
}

/// The place of the pad, and the script that makes it.
fn pad(Programs { pad, .. }: &Programs) -> String {
    format!(
        "<div class=\"pad\" data-pad=\"{}\" data-weights=\"{}\" data-mnist=\"{}\"></div>\n\
         <script src=\"{}\" defer></script>\n",
        pad.program, pad.weights, pad.digits, pad.page
    )
}
