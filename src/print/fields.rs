//! Values of a theme's descriptions: lengths, numbers and sizes of type, as posters and the handbook take them.
//!
//! That a description has the right keys has been seen to before (`pack::conform`); here their values are understood, and what
//! can't be meant is said.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::source::Node;

/// Whoever reads a description.
pub(crate) trait Fields {
    /// The code of what has the right form and can't be all the same.
    const REFUSED: Code;

    /// Where problems are said.
    fn problems(&mut self) -> &mut Diagnostics;

    /// A value that must be there.
    fn needed<'n>(&mut self, node: &'n Node, name: &str) -> Option<&'n Node> {
        let found = node.get(name);
        if found.is_none() {
            self.problems().push(
                Diagnostic::new(Code::MissingKey, format!("`{name}` is missing"))
                    .at(node.at, format!("say `{name}` here")),
            );
        }
        found.map(|found| &**found)
    }

    /// A length in points.
    fn length(&mut self, node: &Node, name: &str) -> Option<f32> {
        let node = self.needed(node, name)?;
        let length = length_in_points(node.scalar()?);
        if length.is_none() {
            self.wrong_form(node.at, name, "a length such as 12mm or 34pt");
        }
        length
    }

    /// White space in points, or none of it, if it is said.
    fn white(&mut self, node: &Node, name: &str) -> Option<f32> {
        match node.get(name)?.scalar()?.trim() {
            "0" => Some(0.0),
            _ => self.length(node, name),
        }
    }

    /// A number above zero.
    fn number(&mut self, node: &Node, name: &str) -> Option<f32> {
        let node = self.needed(node, name)?;
        let number = positive(node.scalar()?);
        if number.is_none() {
            self.wrong_form(node.at, name, "a number such as 1.2");
        }
        number
    }

    /// A size of type in points, not smaller than can be read.
    fn size(&mut self, node: &Node, name: &str, least: f32) -> Option<f32> {
        let size = self.length(node, name)?;
        if size + 1e-3 < least {
            let at = node.get(name).map_or(node.at, |node| node.at);
            self.refuse(
                at,
                &format!("`{name}` is smaller than {least} pt, and hard to read (UKAAF G003)"),
            );
            return None;
        }
        Some(size)
    }

    /// Says that a value is none of its kind.
    fn wrong_form(&mut self, at: Span, name: &str, expected: &str) {
        self.problems().push(
            Diagnostic::new(Code::WrongForm, format!("`{name}` takes {expected}"))
                .at(at, format!("expected {expected}")),
        );
    }

    /// Says that a value can't be.
    fn refuse(&mut self, at: Span, message: &str) {
        self.problems()
            .push(Diagnostic::new(Self::REFUSED, message).at(at, ""));
    }
}

/// A length in points: `12mm`, `34pt`.
fn length_in_points(text: &str) -> Option<f32> {
    /// An inch is 72 points and 25.4 mm.
    const POINTS_IN_MM: f32 = 72.0 / 25.4;
    let text = text.trim();
    match text.strip_suffix("mm") {
        Some(number) => positive(number).map(|length| length * POINTS_IN_MM),
        None => text.strip_suffix("pt").and_then(positive),
    }
}

/// A number above zero, and below anything that could be meant.
fn positive(text: &str) -> Option<f32> {
    const MOST: f32 = 10_000.0;
    text.trim()
        .parse()
        .ok()
        .filter(|number: &f32| *number > 0.0 && *number < MOST)
}
