//! What a chapter consists of, as passages.

use super::{
    Definition, Heading, Item, List, Look, Paragraph, Passage, Run, Table, Teller, plain_text,
};
use crate::edition::Text;
use crate::handbook::{
    Amendment, Destination, Element, Entry, Fact, Group, Named, Reference, Statement, Statistic,
    Target,
};

impl<'a> Teller<'a> {
    /// The whole chapter but for its footnotes.
    pub(super) fn chapter(&mut self) -> Vec<Passage<'a>> {
        let chapter = self.chapter;
        let mut passages = vec![heading(1, Some(chapter.target.clone()), &chapter.title)];
        passages.extend(
            chapter
                .summary
                .map(|summary| Paragraph::new(Look::Summary, self.text(summary)).into()),
        );
        for element in &chapter.content {
            self.element(element, &mut passages);
        }
        passages
    }

    fn element(&mut self, element: &'a Element<'a>, passages: &mut Vec<Passage<'a>>) {
        match element {
            Element::Heading {
                level,
                target,
                words,
            } => passages.push(heading(*level, target.clone(), words)),
            Element::Prose(blocks) => self.prose(blocks, passages),
            Element::Line(text) => {
                passages.push(Paragraph::new(Look::Body, self.text(text)).into());
            }
            Element::Words { words, address } => {
                let runs = linked(words, address.as_deref());
                passages.push(Paragraph::new(Look::Body, runs).into());
            }
            Element::Headline(headline, note) => {
                passages.push(Paragraph::new(Look::Headline, self.text(headline)).into());
                passages
                    .extend(note.map(|note| Paragraph::new(Look::Body, self.text(note)).into()));
            }
            Element::Level(level) => {
                passages.push(heading(2, Some(level.target.clone()), &level.label));
                passages.extend(self.statements(&level.statements));
            }
            Element::Statements(statements) => passages.extend(self.statements(statements)),
            Element::Consequences(consequences) => passages.push(Passage::Definitions(
                consequences
                    .iter()
                    .map(|consequence| Definition {
                        target: None,
                        term: vec![Run::named(&consequence.label)],
                        content: vec![
                            Paragraph::new(Look::Body, self.text(consequence.text)).into(),
                        ],
                    })
                    .collect(),
            )),
            Element::Statistics(statistics) => passages.push(Passage::Definitions(
                statistics.iter().map(|one| self.statistic(one)).collect(),
            )),
            Element::Facts(facts) => passages.push(Passage::Table(Table {
                caption: Vec::new(),
                head: Vec::new(),
                rows: facts
                    .iter()
                    .map(|fact| vec![vec![Run::plain(&fact.name)], vec![value(fact)]])
                    .collect(),
            })),
            Element::Amendments(amendments) => {
                passages.push(Passage::Table(self.amendments(amendments)));
            }
            Element::Group(group) => self.group(group, passages),
            Element::Glossary(entries) => passages.push(Passage::Definitions(
                entries
                    .iter()
                    .map(|entry| Definition {
                        target: Some(entry.target.clone()),
                        term: vec![Run::named(&entry.name)],
                        content: self.entry(entry),
                    })
                    .collect(),
            )),
            Element::SeeAlso(references) => passages.push(Passage::List(List {
                numbered: false,
                items: references
                    .iter()
                    .map(|reference| Item {
                        number: 0,
                        target: None,
                        content: vec![Paragraph::new(Look::Body, self.reference(reference)).into()],
                        back: None,
                    })
                    .collect(),
            })),
        }
    }

    /// Statements as lists: a new one wherever numbers don't go on.
    fn statements(&mut self, statements: &'a [Statement<'a>]) -> Option<Passage<'a>> {
        let numbered = statements
            .iter()
            .any(|statement| statement.number.is_some());
        let items: Vec<Item<'a>> = statements
            .iter()
            .map(|statement| Item {
                number: statement.number.unwrap_or_default() as u64,
                target: Some(statement.target.clone()),
                content: self.statement(statement),
                back: None,
            })
            .collect();
        (!items.is_empty()).then_some(Passage::List(List { numbered, items }))
    }

    fn statement(&mut self, statement: &'a Statement<'a>) -> Vec<Passage<'a>> {
        let mut passages = Vec::new();
        if let Some(short) = statement.short {
            let mut runs = self.text(short);
            // With more words below them, the short ones are what the eye looks for.
            if !statement.full.is_empty() {
                strengthen(&mut runs);
            }
            passages.push(Paragraph::new(Look::Body, runs).into());
        }
        self.prose(statement.full, &mut passages);
        let for_whom = statement.for_whom.iter();
        passages.extend(
            for_whom
                .map(|whom| whom.iter().map(Run::named).collect())
                .map(|runs| Paragraph::new(Look::Aside, runs).into()),
        );
        for reference in &statement.references {
            let link = self.reference(reference);
            passages.push(Paragraph::new(Look::Aside, link).into());
        }
        passages
    }

    fn statistic(&mut self, statistic: &'a Statistic<'a>) -> Definition<'a> {
        let mut content = vec![Paragraph::new(Look::Body, self.text(statistic.meaning)).into()];
        if let Some(source) = &statistic.source {
            let source = self.reference(source);
            content.push(Paragraph::new(Look::Aside, source).into());
        }
        Definition {
            target: Some(statistic.target.clone()),
            term: vec![Run::named(&statistic.figure)],
            content,
        }
    }

    fn amendments(&mut self, amendments: &'a [Amendment<'a>]) -> Table {
        let head = ["version", "date", "by", "reason"]
            .map(|name| vec![Run::plain(self.words.get(&format!("amendment_{name}")))]);
        let rows = amendments
            .iter()
            .map(|amendment| {
                vec![
                    vec![Run::plain(amendment.version)],
                    vec![Run::plain(&amendment.date)],
                    vec![Run::plain(amendment.by.unwrap_or_default())],
                    self.text(amendment.reason),
                ]
            })
            .collect();
        Table {
            caption: Vec::new(),
            head: head.into(),
            rows,
        }
    }

    fn group(&mut self, group: &'a Group<'a>, passages: &mut Vec<Passage<'a>>) {
        passages.push(heading(2, None, &group.heading));
        for entry in &group.entries {
            passages.push(heading(3, Some(entry.target.clone()), &entry.name));
            passages.extend(self.entry(entry));
        }
    }

    /// What is said of an entry below its name.
    fn entry(&mut self, entry: &'a Entry<'a>) -> Vec<Passage<'a>> {
        let about = entry.about.map(|about| self.text(about));
        let about = about.map(|runs| Paragraph::new(Look::Body, runs).into());
        let mut lines = Vec::new();
        for fact in &entry.facts {
            if !lines.is_empty() {
                lines.push(Run::Break);
            }
            lines.push(Run::strong(format!("{}: ", fact.name)));
            lines.push(value(fact));
        }
        let facts = (!lines.is_empty()).then(|| Paragraph::new(Look::Facts, lines).into());
        about.into_iter().chain(facts).collect()
    }

    /// A reference as a link, if the handbook has what it leads to.
    fn reference(&self, reference: &Reference) -> Vec<Run> {
        let words = reference.words(self.words, None);
        let runs = words.iter().map(Run::named).collect();
        if self.handbook.has(&reference.target) {
            vec![Run::Link {
                destination: Destination::Within(reference.target.clone()),
                runs,
            }]
        } else {
            runs
        }
    }

    pub(super) fn text(&mut self, text: &'a Text) -> Vec<Run> {
        self.runs(&text.content)
    }
}

fn heading<'n>(level: u8, target: Option<Target>, words: impl Into<Named<'n>>) -> Passage<'static> {
    Passage::Heading(Heading {
        level,
        target,
        clause: None,
        runs: vec![Run::named(words)],
    })
}

/// The value of a fact, which may lead somewhere.
fn value(fact: &Fact<'_>) -> Run {
    let words = Run::named(&fact.value);
    match &fact.address {
        None => words,
        Some(address) => Run::Link {
            destination: Destination::Outside(address.clone()),
            runs: vec![words],
        },
    }
}

/// A sentence in which an address is a link.
fn linked(words: &str, address: Option<&str>) -> Vec<Run> {
    let Some((address, (before, after))) =
        address.and_then(|address| Some((address, words.split_once(address)?)))
    else {
        return vec![Run::plain(words)];
    };
    let link = Run::Link {
        destination: Destination::Outside(if address.contains("://") {
            address.to_owned()
        } else {
            format!("mailto:{address}")
        }),
        runs: vec![Run::plain(address)],
    };
    let mut runs = vec![Run::plain(before), link, Run::plain(after)];
    runs.retain(|run| !plain_text(std::slice::from_ref(run)).is_empty());
    runs
}

/// Makes all words important.
fn strengthen(runs: &mut [Run]) {
    for run in runs {
        match run {
            Run::Words { style, .. } => style.strong = true,
            Run::Link { runs, .. } => strengthen(runs),
            Run::Mark(_) | Run::Break => {}
        }
    }
}
