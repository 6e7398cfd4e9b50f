//! What every chapter is made with: type, colours, links and footnotes.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::Arc;

use super::layout::HandbookLayout;
use crate::diagnostic::{Located, Span};
use crate::edition::{Edition, Text as Line};
use crate::handbook::{Chapter, Destination, Handbook, Named, Target};
use crate::markdown::{self, Block, Inline, plain_text};
use crate::print::blocks::{Icons, Palette};
use crate::print::layout::{
    Align, Alt, Art, Extent, Length, Note, Piece, Scale, Size, Stack, Text,
};
use crate::print::scene::{Colour, Goal, Role};
use crate::print::text::{
    Direction, Link, Look as Face, Manner, MissingCharacter, Style, Typesetter, Wording,
};
use crate::theme::Words;

/// The page of each place by its name, as far as is known.
pub(super) type PageNumbers = BTreeMap<Arc<str>, usize>;

/// All that lies at hand when a handbook is composed.
pub(super) struct Hand<'a> {
    pub(super) handbook: &'a Handbook<'a>,
    pub(super) edition: &'a Edition,
    pub(super) words: &'a Words,
    pub(super) icons: &'a Icons,
    pub(super) palette: &'a Palette,
    pub(super) layout: &'a HandbookLayout,
    pub(super) logo: Option<Arc<dyn Art>>,
    /// The pictures of texts, by the names of their files.
    pub(super) pictures: &'a BTreeMap<String, Arc<dyn Art>>,
    /// The pages that numbers in the text speak of.
    pub(super) pages: &'a PageNumbers,
    /// What has been asked of them, with what they said.
    asked: RefCell<BTreeMap<Arc<str>, Option<usize>>>,
    typesetter: RefCell<Typesetter<'a>>,
}

/// A hand at work on a chapter.
pub(super) struct Composer<'h, 'a> {
    pub(super) hand: &'h Hand<'a>,
    pub(super) chapter: &'a Chapter<'a>,
    /// The footnotes so far: a number each, beginning anew with each chapter.
    notes: Cell<usize>,
    /// Footnotes that have been marked, with their numbers.
    marked: RefCell<Vec<(&'a str, usize)>>,
    /// The text that is being composed, in which footnotes are looked for.
    scope: Cell<&'a [Block]>,
    /// The level of the last heading: none may be skipped (ISO 14289-1 §7.4.2).
    level: Cell<u8>,
}

/// How a paragraph looks.
#[derive(Debug, Clone)]
pub(super) struct Look {
    pub(super) size: f32,
    pub(super) style: Style,
    pub(super) leading: f32,
    pub(super) colour: Colour,
    pub(super) manner: Manner,
    pub(super) align: Align,
    pub(super) role: Option<Role>,
    /// Whether it may go on on another page.
    pub(super) prose: bool,
}

/// The wording of a line, and the footnotes that are marked in it.
#[derive(Default)]
struct Marked {
    wording: Wording,
    /// How many bytes it has.
    length: usize,
    notes: Vec<Note>,
}

impl<'a> Hand<'a> {
    pub(super) fn new(
        (handbook, edition, words): (&'a Handbook<'a>, &'a Edition, &'a Words),
        (icons, palette, layout): (&'a Icons, &'a Palette, &'a HandbookLayout),
        logo: Option<Arc<dyn Art>>,
        pictures: &'a BTreeMap<String, Arc<dyn Art>>,
        pages: &'a PageNumbers,
        typesetter: Typesetter<'a>,
    ) -> Self {
        Self {
            handbook,
            edition,
            words,
            icons,
            palette,
            layout,
            logo,
            pictures,
            pages,
            asked: RefCell::default(),
            typesetter: RefCell::new(typesetter),
        }
    }

    /// The characters met so far that no font has.
    pub(super) fn missing(&self) -> Vec<MissingCharacter> {
        self.typesetter.borrow().missing().cloned().collect()
    }

    /// The scale of all pages: type has one size, whatever there is to say.
    pub(super) fn scale(&self) -> Scale {
        Scale {
            body: self.layout.sizes.body,
            air: 1.0,
            display: 1.0,
            left_out: 0,
        }
    }

    /// The page of a place. Before it is known, two digits stand in for it, which is what most pages have.
    pub(super) fn page(&self, target: &Target) -> Option<usize> {
        const UNKNOWN: usize = 88;
        if !self.handbook.has(target) {
            return None;
        }
        let page = self.pages.get(target.name()).copied();
        self.asked
            .borrow_mut()
            .insert(Arc::from(target.name()), page);
        Some(page.unwrap_or(UNKNOWN))
    }

    /// The places whose pages have been asked for since this was called last, each with what was known of it.
    pub(super) fn take_asked(&self) -> BTreeMap<Arc<str>, Option<usize>> {
        self.asked.take()
    }

    /// A look for reading.
    pub(super) fn body(&self) -> Look {
        Look {
            size: self.layout.sizes.body,
            style: Style::Regular,
            leading: self.layout.sizes.leading,
            colour: self.palette.ink,
            manner: Manner::Ragged,
            align: Align::Start,
            role: Some(Role::Paragraph),
            prose: true,
        }
    }

    /// A look for labels and lines of one kind: no part of its own.
    pub(super) fn label(&self, style: Style) -> Look {
        Look {
            style,
            role: None,
            prose: false,
            ..self.body()
        }
    }

    /// A look for a heading of this level and size.
    pub(super) fn heading(&self, level: u8, size: f32) -> Look {
        Look {
            size,
            style: Style::Bold,
            leading: 1.15,
            colour: self.palette.heading,
            manner: Manner::Balanced,
            align: Align::Start,
            role: Some(Role::Heading(level)),
            prose: false,
        }
    }

    /// A paragraph of plain words.
    pub(super) fn plain<'n>(&self, words: impl Into<Named<'n>>, look: &Look) -> Text {
        let mut wording = Wording::default();
        push_named(&mut wording, &words.into(), look.style);
        self.set(&wording, self.edition.at, look)
    }

    /// What a picture of the edition shows.
    pub(super) fn alt(&self, words: &Located<String>) -> Alt {
        Alt {
            words: words.value.clone(),
            language: self.edition.language_at(words.at).map(Arc::from),
        }
    }

    /// A paragraph that is a link as a whole.
    pub(super) fn linked(&self, words: &str, to: Goal, description: String, look: &Look) -> Text {
        let mut wording = Wording::default();
        wording.push_link(words, look.style, Arc::new(Link { to, description }));
        self.set(&wording, self.edition.at, look)
    }

    /// A paragraph.
    pub(super) fn set(&self, wording: &Wording, at: Span, look: &Look) -> Text {
        let mut typesetter = self.typesetter.borrow_mut();
        let metrics = typesetter.metrics_of(wording, look.style);
        Text {
            metrics,
            paragraph: typesetter.paragraph(wording, at),
            size: Size::Points(look.size),
            leading: metrics.leading(look.leading),
            colour: look.colour,
            manner: look.manner,
            align: look.align,
            role: look.role.clone(),
            statement: None,
            from_afar: None,
            extent: if look.prose {
                Extent::Prose
            } else {
                Extent::Whole
            },
            notes: Vec::new(),
        }
    }

    /// The height of a capital of body text, in sizes of type.
    pub(super) fn cap_height(&self) -> f32 {
        self.typesetter.borrow().metrics(Style::Regular).top
    }

    /// The white between the last line of a paragraph and the first of the next, where so many lines more are left than between
    /// lines of one paragraph. Boxes of text end at their baselines and begin at their capitals.
    pub(super) fn between(&self, lines: f32) -> Length {
        let sizes = self.layout.sizes;
        let leading = self
            .typesetter
            .borrow()
            .metrics(Style::Regular)
            .leading(sizes.leading);
        Length::points(sizes.body * (leading - self.cap_height() + lines * leading))
    }

    /// So many lines of body text as white space.
    pub(super) fn lines(&self, lines: f32) -> Length {
        Length::points(lines * self.layout.sizes.body * self.layout.sizes.leading)
    }

    /// The width that text has on a page, in points.
    pub(super) fn width(&self) -> f32 {
        self.layout.page.width - 2.0 * self.layout.page.side
    }

    /// Which way its language runs.
    pub(super) fn direction(&self) -> Direction {
        Direction::of_language(self.words.language())
    }

    /// A composer for a chapter.
    pub(super) fn chapter<'h>(&'h self, chapter: &'a Chapter<'a>) -> Composer<'h, 'a> {
        Composer {
            hand: self,
            chapter,
            notes: Cell::new(0),
            marked: RefCell::default(),
            scope: Cell::new(&[]),
            level: Cell::new(1),
        }
    }
}

impl<'a> Composer<'_, 'a> {
    /// A line with its markup.
    pub(super) fn line(&self, line: &'a Line, look: &Look) -> Text {
        self.inlines(&line.content, line.at, look)
    }

    /// A paragraph with its markup.
    pub(super) fn inlines(&self, content: &'a [Inline], at: Span, look: &Look) -> Text {
        self.inlines_after("", content, at, look)
    }

    /// A paragraph with its markup, after words that are stressed.
    pub(super) fn inlines_after<'n>(
        &self,
        before: impl Into<Named<'n>>,
        content: &'a [Inline],
        at: Span,
        look: &Look,
    ) -> Text {
        self.inlines_around(before, content, &Wording::default(), at, look)
    }

    /// A paragraph with its markup, after words that are stressed and before others.
    pub(super) fn inlines_around<'n>(
        &self,
        before: impl Into<Named<'n>>,
        content: &'a [Inline],
        behind: &Wording,
        at: Span,
        look: &Look,
    ) -> Text {
        let mut marked = Marked::default();
        let face = |style| Face {
            style,
            ..Face::default()
        };
        let before = before.into();
        let named = Face {
            language: before.language.as_deref().map(Arc::from),
            ..face(Style::Bold)
        };
        marked.push(&before, &named);
        self.collect(content, &face(look.style), &mut marked);
        marked.wording.append(behind);
        let mut text = self.hand.set(&marked.wording, at, look);
        text.notes = marked.notes;
        text
    }

    /// Looks for footnotes in this text while `compose` is at work.
    pub(super) fn within<T>(&self, scope: &'a [Block], compose: impl FnOnce() -> T) -> T {
        let outside = self.scope.replace(scope);
        let composed = compose();
        self.scope.set(outside);
        composed
    }

    /// The level that a heading may have which should have this one.
    pub(super) fn level(&self, wanted: u8) -> u8 {
        let level = wanted.min(self.level.get() + 1).clamp(2, 6);
        self.level.set(level);
        level
    }

    /// The level for the title of a box: below the heading that it stands under.
    pub(super) fn level_below(&self) -> u8 {
        (self.level.get() + 1).clamp(2, 6)
    }

    fn collect(&self, content: &'a [Inline], face: &Face, marked: &mut Marked) {
        for inline in content {
            match inline {
                Inline::Text(text) | Inline::Code(text) => marked.push(text, face),
                // No italics: they are hard to read (UKAAF G003).
                Inline::Emphasis(inner) | Inline::Strong(inner) => {
                    let style = match face.style {
                        Style::Regular | Style::Italic => Style::Bold,
                        Style::Bold | Style::Black => Style::Black,
                    };
                    let face = Face {
                        style,
                        ..face.clone()
                    };
                    self.collect(inner, &face, marked);
                }
                Inline::Link {
                    target, content, ..
                } => self.link(target, content, face, marked),
                Inline::Foreign { language, content } => {
                    let face = Face {
                        language: Some(Arc::clone(language)),
                        ..face.clone()
                    };
                    self.collect(content, &face, marked);
                }
                Inline::Picture { alt, .. } => marked.push(alt, face),
                Inline::Break => marked.push("\n", face),
                Inline::FootnoteMark(name) => self.footnote(name, face, marked),
                // An edition has no terms left to fill in.
                Inline::Term { .. } => {}
            }
        }
    }

    /// A link. On paper nobody can click: a place within is named by its page, and an address outside stands in a footnote.
    fn link(
        &self,
        target: &'a markdown::Target,
        content: &'a [Inline],
        face: &Face,
        marked: &mut Marked,
    ) {
        let words = plain_text(content);
        let leading = |to| Face {
            link: Some(Arc::new(Link {
                to,
                description: words.clone(),
            })),
            ..face.clone()
        };
        match self.hand.handbook.destination(target, self.chapter) {
            None => self.collect(content, face, marked),
            Some(Destination::Within(place)) => {
                let leading = leading(Goal::Place(place.name().into()));
                self.collect(content, &leading, marked);
                let is_chapter = matches!(
                    target,
                    markdown::Target::Channel(..)
                        | markdown::Target::Section(..)
                        | markdown::Target::Here(_)
                );
                if let Some(page) = self.hand.page(&place).filter(|_| is_chapter) {
                    let page = i64::try_from(page).unwrap_or(i64::MAX);
                    let words = self
                        .hand
                        .words
                        .format("reference_in_text", &[("page", page.into())]);
                    marked.push(&format!(" {words}"), &leading);
                }
            }
            Some(Destination::Outside(address)) => {
                let shown = without_scheme(&address);
                let says_it = words.contains(shown) || address.starts_with("tel:");
                let shown = shown.to_owned();
                let leading = leading(Goal::Address(address));
                self.collect(content, &leading, marked);
                if !says_it {
                    let number = superscript(self.next_note());
                    marked.push(&number, face);
                    let mut wording = Wording::new(&format!("{number} "), Style::Regular);
                    let address = Face {
                        style: Style::Regular,
                        ..leading
                    };
                    wording.push_look(&shown, address);
                    let look = self.hand.label(Style::Regular);
                    let note = self.hand.set(&wording, self.hand.edition.at, &look);
                    marked.note(note.into());
                }
            }
        }
    }

    fn footnote(&self, name: &'a str, face: &Face, marked: &mut Marked) {
        let known = self
            .marked
            .borrow()
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, number)| *number);
        if let Some(number) = known {
            marked.push(&superscript(number), face);
            return;
        }
        let found = self.scope.get().iter().find_map(|block| match block {
            Block::Footnote {
                name: known,
                content,
            } if known == name => Some(content),
            _ => None,
        });
        let Some(content) = found else { return };
        let number = self.next_note();
        self.marked.borrow_mut().push((name, number));
        marked.push(&superscript(number), face);
        let before = format!("{} ", superscript(number));
        let pieces: Vec<Piece> = content
            .iter()
            .enumerate()
            .map(|(at, block)| match block {
                Block::Paragraph { content, .. } => {
                    let before = if at == 0 { before.as_str() } else { "" };
                    let look = Look {
                        role: Some(Role::Paragraph),
                        ..self.hand.label(Style::Regular)
                    };
                    self.inlines_after(before, content, self.hand.edition.at, &look)
                        .into()
                }
                other => self.blocks(std::slice::from_ref(other)),
            })
            .collect();
        marked.note(Stack::new(pieces, Length::points(3.0)).into());
    }

    fn next_note(&self) -> usize {
        let number = self.notes.get() + 1;
        self.notes.set(number);
        number
    }
}

impl Marked {
    fn push(&mut self, text: &str, face: &Face) {
        self.length += text.len();
        self.wording.push_look(text, face.clone());
    }

    /// A note whose mark has just been written.
    fn note(&mut self, piece: Piece) {
        self.notes.push(Note {
            at: self.length.saturating_sub(1),
            piece: Arc::new(piece),
        });
    }
}

/// Adds plain words in their language.
pub(super) fn push_named(wording: &mut Wording, words: &Named<'_>, style: Style) {
    let face = Face {
        style,
        language: words.language.as_deref().map(Arc::from),
        ..Face::default()
    };
    wording.push_look(words, face);
}

/// An address as people write it.
pub(super) fn without_scheme(address: &str) -> &str {
    let bare = ["https://", "http://", "mailto:"]
        .iter()
        .find_map(|scheme| address.strip_prefix(scheme));
    bare.unwrap_or(address).trim_end_matches('/')
}

/// A number in raised figures.
fn superscript(number: usize) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number
        .to_string()
        .bytes()
        .filter_map(|digit| RAISED.get(usize::from(digit.wrapping_sub(b'0'))))
        .collect()
}
