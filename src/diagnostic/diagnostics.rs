//! One problem, and all of them.

use super::{Code, Severity, Span};

/// A place that belongs to a problem, with what is to be said there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// The place.
    pub at: Span,
    /// What is said at the caret; may be empty.
    pub text: String,
}

/// One problem, as data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule it breaks.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong, in one lower-case sentence without a full stop.
    pub message: String,
    /// Where it is; the first place is the one to go to.
    pub labels: Vec<Label>,
    /// How to mend it, one piece of advice a line.
    pub help: Vec<String>,
    /// The editions in which it shows, by id. Empty when it belongs to the pack itself.
    pub editions: Vec<String>,
}

impl Diagnostic {
    /// A problem of the gravity that its code has.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            labels: Vec::new(),
            help: Vec::new(),
            editions: Vec::new(),
        }
    }

    /// Adds a place. The first one added is where the problem is; others explain it.
    #[must_use]
    pub fn at(mut self, at: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label {
            at,
            text: text.into(),
        });
        self
    }

    /// Adds a place if there is one.
    #[must_use]
    pub fn at_some(self, at: Option<Span>, text: impl Into<String>) -> Self {
        match at {
            Some(at) => self.at(at, text),
            None => self,
        }
    }

    /// Adds a way to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds a way to mend it, where it applies.
    #[must_use]
    pub fn help_if(self, applies: bool, help: &str) -> Self {
        if applies { self.help(help) } else { self }
    }

    /// Adds "did you mean" for the names nearest to `wrong`, or the names to choose from when none is near and they are few.
    #[must_use]
    pub fn suggest<'a>(self, wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        /// More names than this are a list to look up, not a line to read.
        const FEW: usize = 24;
        let known: Vec<&str> = known.into_iter().collect();
        let near = super::nearest(wrong, known.iter().copied());
        if !near.is_empty() {
            self.help(format!("did you mean {}?", super::one_of(near)))
        } else if !known.is_empty() && known.len() <= FEW {
            self.help(format!("expected {}", super::one_of(known)))
        } else {
            self
        }
    }

    /// Says in which edition it shows.
    #[must_use]
    pub fn in_edition(mut self, id: &str) -> Self {
        self.editions.push(id.to_owned());
        self
    }
}

/// All problems found so far.
///
/// The same problem found in many editions is kept once, with the ids of them all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all of `other`.
    pub fn extend(&mut self, other: Diagnostics) {
        self.0.extend(other.0);
    }

    /// Whether none was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many are errors, so that nothing can be published.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many are warnings.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|d| d.severity == severity).count()
    }

    /// All of them, in the order of [`Diagnostics::tidied`] if that was called.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// In the order of files and lines, each problem once: what some editions inherit names them, and what all of the
    /// `editions` there are inherit belongs to the pack and names none.
    #[must_use]
    pub fn tidied(self, editions: usize) -> Self {
        let mut all = self.0;
        all.sort_by(|a, b| {
            (
                a.labels.first().map(|l| l.at),
                a.code,
                a.severity,
                &a.message,
                &a.labels,
                &a.help,
            )
                .cmp(&(
                    b.labels.first().map(|l| l.at),
                    b.code,
                    b.severity,
                    &b.message,
                    &b.labels,
                    &b.help,
                ))
        });
        let mut tidy: Vec<Diagnostic> = Vec::with_capacity(all.len());
        for next in all {
            match tidy.last_mut() {
                Some(last)
                    if last.code == next.code
                        && last.severity == next.severity
                        && last.message == next.message
                        && last.labels == next.labels
                        && last.help == next.help =>
                {
                    last.editions.extend(next.editions);
                }
                _ => tidy.push(next),
            }
        }
        for diagnostic in &mut tidy {
            diagnostic.editions.sort_unstable();
            diagnostic.editions.dedup();
            if diagnostic.editions.len() == editions {
                diagnostic.editions.clear();
            }
        }
        Self(tidy)
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(problems: I) -> Self {
        Self(problems.into_iter().collect())
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
