//! What a pack and its editions say of checks: how grave a problem is, and what is allowed, why and until when.
//!
//! Comes in: `checks:` of the pack and of every edition, and all problems that were found. Goes out: the same problems, as grave as
//! their edition says, without those that it allows; and what is left over of allowances. A problem that belongs to no edition is
//! judged by the pack.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity, Span};
use crate::edition::Edition;
use crate::pack::{Layer, PACK_ID, date};
use crate::source::{Node, Value};

/// What is said of checks, by edition.
#[derive(Debug)]
pub(crate) struct Settings {
    /// How grave problems are, by edition; none means that they aren't said.
    severities: BTreeMap<String, BTreeMap<Code, Option<Severity>>>,
    /// The allowances, by where they are written: editions share those of the pack.
    allowances: BTreeMap<Span, Allowance>,
    today: Date,
}

/// A problem that is meant.
#[derive(Debug)]
struct Allowance {
    code: Code,
    /// The last day on which it holds.
    until: Option<Date>,
    /// What it covers in each edition that has it, or in the pack.
    covers: BTreeMap<String, Cover>,
    /// Whether it met a problem.
    is_used: bool,
}

/// Which places an allowance covers.
#[derive(Debug)]
enum Cover {
    Everything,
    Places {
        /// The places of things, which problems name exactly.
        things: BTreeSet<Span>,
        /// The places of texts, in which problems are.
        texts: BTreeSet<Span>,
    },
}

impl Cover {
    fn nothing() -> Self {
        Cover::Places {
            things: BTreeSet::new(),
            texts: BTreeSet::new(),
        }
    }

    /// Covers a value, and all that is in it.
    fn add(&mut self, node: &Node) {
        if let Cover::Places { things, texts } = self {
            let found = match node.value {
                Value::Scalar(_) => texts,
                _ => things,
            };
            found.insert(node.at);
        }
        for entry in node.entries() {
            if let Cover::Places { things, .. } = self {
                things.insert(entry.at);
            }
            self.add(&entry.node);
        }
        for item in node.items() {
            self.add(item);
        }
    }

    /// Covers what stands at a key of a tree, if anything does.
    fn add_key(&mut self, tree: &Node, key: &str) {
        if let Some(node) = tree.find(key) {
            self.add(node);
        }
        let (above, name) = match key.rsplit_once('.') {
            Some((above, name)) => (tree.find(above).map(|node| &**node), name),
            None => (Some(tree), key),
        };
        let entries = above.map(Node::entries).unwrap_or_default();
        if let (Cover::Places { things, .. }, Some(entry)) =
            (self, entries.iter().find(|entry| &*entry.key == name))
        {
            things.insert(entry.at);
        }
    }

    fn holds(&self, at: Option<Span>) -> bool {
        match (self, at) {
            (Cover::Everything, _) => true,
            (Cover::Places { .. }, None) => false,
            (Cover::Places { things, texts }, Some(at)) => {
                let is_within = |text: &Span| {
                    text.file == at.file && text.start <= at.start && at.end <= text.end
                };
                things.contains(&at) || texts.iter().any(is_within)
            }
        }
    }
}

impl Settings {
    /// Reads what is said of checks. What can't be meant is said once, however many editions inherit it.
    pub(crate) fn read(
        pack: Option<&Layer>,
        editions: &[Edition],
        today: Date,
        problems: &mut Diagnostics,
    ) -> Self {
        let mut settings = Self {
            severities: BTreeMap::new(),
            allowances: BTreeMap::new(),
            today,
        };
        let mut faults = BTreeMap::new();
        let translated = |pack: &'_ Layer| pack.translations.values().flatten().cloned().collect();
        for tree in pack.map(|pack| &pack.trees).into_iter().flatten() {
            let mut trees: Vec<_> = pack.map(translated).unwrap_or_default();
            trees.push(tree.clone());
            let trees: Vec<&Node> = trees.iter().map(|tree| &**tree).collect();
            settings.add(PACK_ID, tree, &trees, &mut faults);
        }
        for edition in editions {
            let tree = &*edition.values;
            settings.add(&edition.id, tree, &[tree], &mut faults);
        }
        problems.extend(faults.into_values().collect());
        settings
    }

    /// Adds what one tree says, which holds in `trees`.
    fn add(
        &mut self,
        id: &str,
        tree: &Node,
        trees: &[&Node],
        faults: &mut BTreeMap<Span, Diagnostic>,
    ) {
        let Some(checks) = tree.get("checks") else {
            return;
        };
        let severities = checks.get("severity").map(|node| node.entries());
        for entry in severities.unwrap_or_default() {
            let Some((code, word)) = Code::named(&entry.key).zip(entry.node.scalar()) else {
                continue;
            };
            let severity = match &**word {
                "error" => Some(Severity::Error),
                "warning" => Some(Severity::Warning),
                "hint" => Some(Severity::Hint),
                _ => None,
            };
            if severity != Some(Severity::Error) && !code.may_be_lowered() {
                faults.insert(entry.at, firm(code, entry.at));
                continue;
            }
            let of_edition = self.severities.entry(id.to_owned()).or_default();
            of_edition.insert(code, severity);
        }
        let Some(allow) = checks.get("allow") else {
            return;
        };
        // What stands below is allowed further on: a list replaces, but an edition doesn't know what its pack allows.
        for list in std::iter::once(allow).chain(allow.history()) {
            for item in list.items() {
                self.allow(id, item, trees, faults);
            }
        }
    }

    fn allow(
        &mut self,
        id: &str,
        item: &Node,
        trees: &[&Node],
        faults: &mut BTreeMap<Span, Diagnostic>,
    ) {
        let word = |key: &str| item.get(key).and_then(|node| node.scalar());
        for key in ["check", "reason"] {
            if item.get(key).is_none() {
                faults.insert(
                    item.at,
                    Diagnostic::new(Code::MissingKey, format!("an allowance has no `{key}`"))
                        .at(item.at, "")
                        .help("say what is allowed with `check`, and why with `reason`"),
                );
            }
        }
        let Some(code) = word("check").and_then(|name| Code::named(name)) else {
            return;
        };
        if !code.may_be_lowered() {
            faults.insert(item.at, firm(code, item.at));
            return;
        }
        let cover = match word("at") {
            None => Cover::Everything,
            Some(key) => {
                let mut cover = Cover::nothing();
                for tree in trees {
                    cover.add_key(tree, key);
                }
                cover
            }
        };
        let allowance = self.allowances.entry(item.at).or_insert_with(|| Allowance {
            code,
            until: word("until").and_then(|day| date(day)),
            covers: BTreeMap::new(),
            is_used: false,
        });
        match (allowance.covers.get_mut(id), cover) {
            (
                Some(Cover::Places { things, texts }),
                Cover::Places {
                    things: more,
                    texts: more_texts,
                },
            ) => {
                // The languages of an edition have words at different places.
                things.extend(more);
                texts.extend(more_texts);
            }
            (Some(_), _) => {}
            (None, cover) => {
                allowance.covers.insert(id.to_owned(), cover);
            }
        }
    }

    /// Gives problems the gravity that their editions say, and leaves out what these allow.
    pub(crate) fn apply(&mut self, problems: Diagnostics) -> Diagnostics {
        if self.severities.is_empty() && self.allowances.is_empty() {
            return problems;
        }
        let mut judged = Diagnostics::new();
        for problem in problems {
            if problem.editions.is_empty() {
                if let Some(severity) = self.judge(&problem, PACK_ID) {
                    judged.push(Diagnostic {
                        severity,
                        ..problem
                    });
                }
                continue;
            }
            let mut by_severity: BTreeMap<Severity, Vec<String>> = BTreeMap::new();
            for id in &problem.editions {
                if let Some(severity) = self.judge(&problem, id) {
                    by_severity.entry(severity).or_default().push(id.clone());
                }
            }
            for (severity, editions) in by_severity {
                judged.push(Diagnostic {
                    severity,
                    editions,
                    ..problem.clone()
                });
            }
        }
        judged
    }

    /// How grave a problem is in an edition, or in the pack; none if it isn't to be said.
    fn judge(&mut self, problem: &Diagnostic, id: &str) -> Option<Severity> {
        let at = problem.labels.first().map(|label| label.at);
        let mut is_allowed = false;
        for allowance in self.allowances.values_mut() {
            let holds = |cover: &Cover| cover.holds(at);
            let covers = allowance.code == problem.code
                && match allowance.covers.get(id) {
                    Some(cover) => holds(cover),
                    // What is wrong with a file belongs to no edition, and yet the edition that has the file may allow it.
                    None => {
                        id == PACK_ID
                            && allowance
                                .covers
                                .values()
                                .any(|cover| matches!(cover, Cover::Places { .. }) && holds(cover))
                    }
                };
            if covers {
                allowance.is_used = true;
                is_allowed |= allowance.until.is_none_or(|until| self.today <= until);
            }
        }
        if is_allowed {
            return None;
        }
        let said = self.severities.get(id);
        let said = said.and_then(|said| said.get(&problem.code)).copied();
        said.unwrap_or(Some(problem.severity))
    }

    /// Allowances that are over, and those that met no problem: nothing is said of them unless everything was looked at (`is_whole`).
    /// `outside` tells whether links to other websites were, too.
    pub(crate) fn left_over(&self, is_whole: bool, outside: bool) -> Diagnostics {
        let mut problems = Diagnostics::new();
        if !is_whole {
            return problems;
        }
        for (at, allowance) in &self.allowances {
            let name = allowance.code.name();
            match (allowance.is_used, allowance.until) {
                (true, Some(until)) if until < self.today => problems.push(
                    Diagnostic::new(
                        Code::AllowanceOver,
                        format!("`{name}` was allowed until {until}, and is still there"),
                    )
                    .at(*at, "")
                    .help("mend it, or look at it again and give a later `until`"),
                ),
                (false, _) if is_looked_for(allowance.code, outside) => problems.push(
                    Diagnostic::new(
                        Code::NeedlessAllowance,
                        format!("`{name}` is allowed here, and there is no such problem"),
                    )
                    .at(*at, "")
                    .help("take it out, or mend `at`: noticeboard explain shows the keys of an edition"),
                ),
                _ => {}
            }
        }
        // They are problems like others, which a pack may find less grave.
        let unallowed = |problem: Diagnostic| {
            let said = self.severities.get(PACK_ID);
            let said = said.and_then(|said| said.get(&problem.code)).copied();
            let severity = said.unwrap_or(Some(problem.severity))?;
            Some(Diagnostic {
                severity,
                ..problem
            })
        };
        problems.into_iter().filter_map(unallowed).collect()
    }
}

/// Whether every run over the whole pack would find it.
fn is_looked_for(code: Code, outside: bool) -> bool {
    match code {
        Code::DeadLink | Code::UnsureLink | Code::MovedLink => outside,
        // Only builds publish, and draw pictures.
        Code::LostAddress | Code::Preview => false,
        _ => true,
    }
}

fn firm(code: Code, at: Span) -> Diagnostic {
    Diagnostic::new(
        Code::WrongForm,
        format!("`{}` is an error that stays one", code.name()),
    )
    .at(at, "it can't be lowered or allowed")
    .help("what it keeps back would be broken: mend it where it is")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial;
    use jiff::civil::date as day;

    const TODAY: Date = day(2027, 3, 31);

    /// What becomes of a faint brand colour and a missing emergency number, and of the settings themselves.
    fn said(settings: &str) -> Vec<(Code, Severity)> {
        let (edition, mut problems) =
            trial::edition(&format!("branding: {{primary: '#cccccc'}}\n{settings}"));
        let mut settings =
            Settings::read(None, std::slice::from_ref(&edition), TODAY, &mut problems);
        super::super::brand_contrast::check(&edition, &mut problems);
        super::super::emergency_contact::check(&edition, &mut problems);
        let mut judged = settings.apply(problems);
        judged.extend(settings.left_over(true, false));
        judged
            .iter()
            .map(|problem| (problem.code, problem.severity))
            .collect()
    }

    const FAINT: (Code, Severity) = (Code::LowContrast, Severity::Warning);
    const NUMBER: (Code, Severity) = (Code::NoEmergencyContact, Severity::Warning);

    #[test]
    fn problems_are_as_grave_as_their_edition_says() {
        assert_eq!(said(""), [FAINT, NUMBER]);
        assert_eq!(
            said("checks: {severity: {low-contrast: error, no-emergency-contact: off}}"),
            [(Code::LowContrast, Severity::Error)]
        );
    }

    #[test]
    fn most_errors_stay_errors() {
        let wrong = (Code::WrongForm, Severity::Error);
        assert_eq!(
            said("checks: {severity: {missing-glyph: hint}}"),
            [wrong, FAINT, NUMBER]
        );
        assert_eq!(
            said("checks: {allow: [{check: missing-alt, reason: So be it}]}"),
            [wrong, FAINT, NUMBER]
        );
        assert_eq!(
            said("checks: {severity: {dead-link: hint}}"),
            [FAINT, NUMBER]
        );
    }

    #[test]
    fn what_is_allowed_at_its_place_is_not_said() {
        let allow = |at: &str| {
            said(&format!(
                "checks: {{allow: [{{check: low-contrast, at: {at}, reason: It is ours}}]}}"
            ))
        };
        assert_eq!(allow("branding.primary"), [NUMBER]);
        assert_eq!(allow("branding"), [NUMBER]);
        let needless = (Code::NeedlessAllowance, Severity::Warning);
        assert_eq!(allow("branding.secondary"), [FAINT, NUMBER, needless]);
        assert_eq!(allow("channels.email"), [FAINT, NUMBER, needless]);
        assert_eq!(
            said("checks: {allow: [{check: no-emergency-contact, reason: None here}]}"),
            [FAINT]
        );
    }

    #[test]
    fn an_allowance_ends_with_its_last_day() {
        let allow = |until: &str| {
            said(&format!(
                "checks: {{allow: [{{check: low-contrast, reason: For now, until: {until}}}]}}"
            ))
        };
        assert_eq!(allow("2027-03-31"), [NUMBER]);
        let over = (Code::AllowanceOver, Severity::Warning);
        assert_eq!(allow("2027-03-30"), [FAINT, NUMBER, over]);
    }

    #[test]
    fn an_allowance_needs_a_reason() {
        let missing = (Code::MissingKey, Severity::Error);
        assert_eq!(
            said("checks: {allow: [{check: low-contrast}]}"),
            [missing, NUMBER]
        );
    }
}
