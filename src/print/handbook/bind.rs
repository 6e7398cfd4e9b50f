//! Pages: chapters flow over them until the numbers in the text are those that come out.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::composer::{Hand, PageNumbers};
use super::contents::CONTENTS;
use super::layout::HandbookLayout;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::diagnostic::{Code, Diagnostic};
use crate::edition::{Edition, HandbookVariant};
use crate::handbook::{Chapter, Handbook};
use crate::print::blocks::{Icons, Palette};
use crate::print::layout::{
    Art, Canvas, Drawn, Edges, Fill, Fit, FitOver, Flow, Limits, Pages, Piece, Scale, SetText,
    Squeeze, Surround, fit,
};
use crate::print::scene::{Bookmark, Frame, Place, Scene};
use crate::print::text::{Direction, Fonts, MissingCharacter, Typesetter};
use crate::theme::Words;

/// More pages than anybody binds: what isn't done by then never ends.
const MOST_PAGES: usize = 5_000;
/// Numbers of pages settle in two or three rounds. What hasn't by then goes to and fro between two states.
const ROUNDS: usize = 8;

/// All that a handbook is bound from.
pub(crate) struct Binder<'a> {
    pub(crate) handbook: &'a Handbook<'a>,
    pub(crate) edition: &'a Edition,
    pub(crate) words: &'a Words,
    pub(crate) icons: &'a Icons,
    pub(crate) fonts: &'a Fonts,
    pub(crate) palette: Palette,
    pub(crate) layout: HandbookLayout,
    pub(crate) logo: Option<Arc<dyn Art>>,
    pub(crate) pictures: BTreeMap<String, Arc<dyn Art>>,
    pub(crate) variant: Option<HandbookVariant>,
}

/// Why a handbook can't be bound.
#[derive(Debug)]
pub(crate) enum Unbound {
    /// No font has these characters.
    Missing(Vec<MissingCharacter>),
    /// Something that can't be parted is higher than a page.
    TooHigh {
        /// The title of the chapter that it stands in.
        chapter: String,
        /// By how much, in points.
        excess: f32,
    },
    /// The numbers of pages never settle.
    Restless,
}

impl Unbound {
    /// What is said of it.
    pub(crate) fn say(&self, edition: &Edition) -> Diagnostic {
        let diagnostic = match self {
            Self::Missing(_) => Diagnostic::new(
                Code::MissingGlyph,
                "the handbook needs characters that no font has",
            ),
            Self::TooHigh { chapter, excess } => Diagnostic::new(
                Code::HandbookOverflow,
                format!(
                    "something in “{chapter}” is higher than a page of the handbook, by {} mm",
                    (excess * 25.4 / 72.0).ceil()
                ),
            )
            .help("a row of a table, a picture with its caption and a title stay whole: say it in fewer words, or in more rows"),
            Self::Restless => Diagnostic::new(
                Code::HandbookOverflow,
                "the numbers of the handbook’s pages don’t settle: each change of them moves the pages they speak of",
            )
            .help("change a few words of the text, or leave a part out: handbook: { parts: […] }"),
        };
        diagnostic.at(edition.at, "").in_edition(&edition.id)
    }
}

/// Chapters that flow on from one another, in pages.
struct Run<'a> {
    chapters: &'a [Chapter<'a>],
    body: Piece,
    pages: Pages,
    /// The places whose pages its text speaks of, each with what was known of it.
    asked: BTreeMap<Arc<str>, Option<usize>>,
    missing: Vec<MissingCharacter>,
}

/// The document in pages, not yet drawn.
struct Bound<'a> {
    cover: (Piece, Scale),
    contents: (Piece, Pages),
    runs: Vec<Run<'a>>,
    back: (Piece, Scale),
    /// How many pages there are, with empty ones.
    count: usize,
}

impl Binder<'_> {
    /// The handbook as a scene, and every text in it as it was set.
    pub(crate) fn bind(&self) -> Result<(Scene, Vec<SetText>), Unbound> {
        let mut numbers = PageNumbers::new();
        let mut before = Vec::new();
        for _ in 0..ROUNDS {
            let hand = self.hand(&numbers);
            let bound = self.lay_out(&hand, before)?;
            let found = bound.numbers();
            if found == numbers {
                let missing = bound.missing(&hand);
                if !missing.is_empty() {
                    return Err(Unbound::Missing(missing));
                }
                return Ok(self.draw(&hand, &bound));
            }
            before = bound.runs;
            drop(hand);
            numbers = found;
        }
        Err(Unbound::Restless)
    }

    fn hand<'h>(&'h self, numbers: &'h PageNumbers) -> Hand<'h> {
        Hand::new(
            (self.handbook, self.edition, self.words),
            (self.icons, &self.palette, &self.layout),
            self.logo.clone(),
            &self.pictures,
            numbers,
            Typesetter::new(self.fonts, self.words.language()),
        )
    }

    /// Lays out all pages. What was laid out before stays as it is where its text speaks of no page that has moved since.
    fn lay_out<'s>(&'s self, hand: &Hand<'_>, before: Vec<Run<'s>>) -> Result<Bound<'s>, Unbound> {
        let cover = self.whole_page(hand, hand.cover(), &self.handbook.cover.title)?;
        let title = hand.words.get("contents");
        let contents = hand.contents();
        let pages = self.flow(hand, &contents, &[&title])?;
        let contents = (contents, pages);
        let mut before: Vec<Option<Run<'_>>> = before.into_iter().map(Some).collect();
        before.resize_with(self.runs().count(), || None);
        let runs: Vec<(&[Chapter<'_>], Option<Run<'_>>)> = self.runs().zip(before).collect();
        // Chapters know nothing of one another. Each thread has a hand of its own.
        let runs = runs
            .into_par_iter()
            .map_init(
                || self.hand(hand.pages),
                |hand, (chapters, before)| match before.filter(|run| run.holds(hand.pages)) {
                    Some(run) => Ok(run),
                    None => self.run(hand, chapters),
                },
            )
            .collect::<Vec<Result<Run<'_>, Unbound>>>();
        // Of several chapters that don't fit, the first is spoken of.
        let runs = runs.into_iter().collect::<Result<Vec<_>, _>>()?;
        let back = self.whole_page(hand, hand.back(), &hand.words.get("contacts"))?;
        let inner = contents.1.count() + runs.iter().map(|run| run.pages.count()).sum::<usize>();
        let count = inner + 2;
        let count = match self.variant {
            // Sheets of a booklet have four pages each.
            Some(HandbookVariant::Booklet) => count.next_multiple_of(4),
            _ => count,
        };
        Ok(Bound {
            cover,
            contents,
            runs,
            back,
            count,
        })
    }

    fn run<'h, 's: 'h>(
        &'s self,
        hand: &Hand<'h>,
        chapters: &'s [Chapter<'s>],
    ) -> Result<Run<'s>, Unbound> {
        // What an earlier run asked for is that run's matter.
        hand.take_asked();
        let pieces: Vec<Piece> = chapters
            .iter()
            .map(|chapter| compose(hand, chapter))
            .collect();
        let body = match <[Piece; 1]>::try_from(pieces) {
            Ok([one]) => one,
            Err(pieces) => crate::print::layout::Stack::new(pieces, hand.lines(2.0)).into(),
        };
        let titles: Vec<&str> = chapters.iter().map(|chapter| &*chapter.title).collect();
        let pages = self.flow(hand, &body, &titles)?;
        Ok(Run {
            chapters,
            body,
            pages,
            asked: hand.take_asked(),
            missing: hand.missing(),
        })
    }

    /// Chapters that flow on from one another: a chapter begins on a new page where the theme says, and where a new part begins.
    fn runs(&self) -> impl Iterator<Item = &[Chapter<'_>]> {
        self.handbook.chapters.chunk_by(|before, next| {
            before.part == next.part && !self.layout.new_page.contains(&next.part)
        })
    }

    fn edges(&self, before: usize) -> Edges {
        let page = self.layout.page;
        let spine = if self.edition.handbook.mirrored_margins
            || self.variant == Some(HandbookVariant::Booklet)
        {
            page.spine
        } else {
            0.0
        };
        Edges {
            side: page.side,
            top: page.top,
            bottom: page.bottom,
            // The spine is on the other side where pages are turned the other way.
            spine: match Direction::of_language(self.words.language()) {
                Direction::LeftToRight => spine,
                Direction::RightToLeft => -spine,
            },
            before,
        }
    }

    /// A body in pages. Where hardly anything is left for the last one, white space gives way if that does without it.
    fn flow(&self, hand: &Hand<'_>, body: &Piece, titles: &[&str]) -> Result<Pages, Unbound> {
        /// With less than this share of its height on it, a page looks forgotten.
        const FORGOTTEN: f32 = 0.22;
        /// What white space is multiplied with, one try after the other.
        const TRIES: [f32; 3] = [0.92, 0.84, 0.76];
        let usual = hand.scale();
        let pages = self.pages(hand, body, titles, usual)?;
        let page = self.layout.page;
        let room = page.height - page.top - page.bottom;
        if pages.count() < 2 || pages.last_height(hand.width()) > room * FORGOTTEN {
            return Ok(pages);
        }
        for air in TRIES {
            let tighter = self.pages(hand, body, titles, Scale { air, ..usual })?;
            if tighter.count() < pages.count() {
                return Ok(tighter);
            }
        }
        Ok(pages)
    }

    /// A body in pages at this scale. What stands around them is as high on all.
    fn pages(
        &self,
        hand: &Hand<'_>,
        body: &Piece,
        titles: &[&str],
        scale: Scale,
    ) -> Result<Pages, Unbound> {
        let page = self.layout.page;
        let surround = Self::highest(hand, titles, scale);
        let flow = Flow {
            body: body.clone(),
            surround: &|_| surround.clone(),
            width: hand.width(),
            height: page.height - page.top - page.bottom,
            most: MOST_PAGES,
            fill: Fill::OneByOne,
            edges: self.edges(0),
        };
        match flow.at(scale) {
            FitOver::Fits(pages) => Ok(pages),
            FitOver::TooMuch { excess, .. } => Err(Unbound::TooHigh {
                chapter: titles.join(", "),
                excess,
            }),
        }
    }

    /// The highest of what stands around pages with these titles, whatever their numbers.
    fn highest(hand: &Hand<'_>, titles: &[&str], scale: Scale) -> Surround {
        /// No number of a page is wider.
        const WIDEST: usize = 8_888;
        let height = |piece: &Option<Piece>| {
            piece
                .as_ref()
                .map_or(0.0, |piece| piece.height(hand.width(), scale))
        };
        titles
            .iter()
            .map(|title| hand.surround(title, WIDEST, WIDEST))
            .max_by(|one, other| height(&one.head).total_cmp(&height(&other.head)))
            .unwrap_or_default()
    }

    /// A page that is composed as a whole; its title gives way if it must.
    fn whole_page(
        &self,
        hand: &Hand<'_>,
        piece: Piece,
        title: &str,
    ) -> Result<(Piece, Scale), Unbound> {
        let page = self.layout.page;
        let body = hand.scale().body;
        let step = |air, titles| Squeeze {
            air,
            titles,
            left_out: 0,
        };
        let limits = Limits {
            max: body,
            floor: body,
            comfort: body,
            squeezes: vec![
                step(1.0, 1.0),
                step(0.8, 0.8),
                step(0.5, 0.6),
                step(0.3, 0.4),
            ],
            most_air: 1.0,
        };
        match fit(&piece, page.width, page.height, &limits) {
            Fit::Fits(scale) => Ok((piece, scale)),
            Fit::TooMuch { excess, .. } => Err(Unbound::TooHigh {
                chapter: title.to_owned(),
                excess,
            }),
        }
    }

    fn draw(&self, hand: &Hand<'_>, bound: &Bound<'_>) -> (Scene, Vec<SetText>) {
        let page = self.layout.page;
        let mut canvas = Canvas::new(page.width, page.height, hand.direction(), self.fonts);
        let draw_whole = |(piece, scale): &(Piece, Scale), canvas: &mut Canvas<'_>| {
            let sheet = Frame {
                x: 0.0,
                y: 0.0,
                width: page.width,
                height: page.height,
            };
            piece.draw(sheet, *scale, canvas);
        };
        draw_whole(&bound.cover, &mut canvas);
        let mut before = 1;
        let title = hand.words.get("contents");
        let mut draw = |body: &Piece, pages: &Pages, heads: &dyn Fn(usize) -> String| {
            canvas.add_page(page.width, page.height);
            let first = before;
            let surround = |folio: crate::print::layout::Folio| {
                let number = first + folio.number;
                hand.surround(&heads(folio.number), number, bound.count)
            };
            let flow = Flow {
                body: body.clone(),
                surround: &surround,
                width: hand.width(),
                height: page.height - page.top - page.bottom,
                most: MOST_PAGES,
                fill: Fill::OneByOne,
                edges: self.edges(first),
            };
            flow.draw(pages, &mut canvas);
            before += pages.count();
        };
        draw(&bound.contents.0, &bound.contents.1, &|_| title.clone());
        for run in &bound.runs {
            let heads = run.heads();
            draw(&run.body, &run.pages, &|number| {
                heads.get(number - 1).cloned().unwrap_or_default()
            });
        }
        for _ in before + 1..bound.count {
            canvas.add_page(page.width, page.height);
        }
        canvas.add_page(page.width, page.height);
        draw_whole(&bound.back, &mut canvas);
        self.scene(canvas.finish())
    }

    fn scene(&self, drawn: Drawn) -> (Scene, Vec<SetText>) {
        let Drawn {
            pages,
            structure,
            places,
            texts,
        } = drawn;
        let cover = &self.handbook.cover;
        let scene = Scene {
            title: format!("{} – {}", cover.title, cover.name),
            language: self.words.language().to_owned(),
            author: cover.name.to_string(),
            subject: cover
                .summary
                .map(crate::edition::Text::plain)
                .unwrap_or_default(),
            date: self.edition.document.issued.as_ref().map(|date| date.value),
            outline: self.outline(&places),
            cover: Some(self.words.get("cover")),
            press: None,
            pages,
            structure,
            places,
        };
        (scene, texts)
    }

    /// Bookmarks to two levels.
    fn outline(&self, places: &[Place]) -> Vec<Bookmark> {
        let mut outline: Vec<Bookmark> = Vec::new();
        let place = |name: &str| places.iter().find(|place| &*place.name == name);
        let mark = |title: String, name: &str| {
            place(name).map(|place| Bookmark {
                title,
                page: place.page,
                y: place.y,
                children: Vec::new(),
            })
        };
        outline.extend(mark(self.words.get("contents"), CONTENTS));
        for entry in self.handbook.outline() {
            let title = match &entry.clause {
                Some(number) => format!("{number} {}", entry.title),
                None => entry.title.to_string(),
            };
            let Some(mark) = mark(title, entry.target.name()) else {
                continue;
            };
            match (entry.level, outline.last_mut()) {
                (1, _) | (_, None) => outline.push(mark),
                (_, Some(chapter)) => chapter.children.push(mark),
            }
        }
        outline
    }
}

/// A chapter as a piece with its name.
fn compose<'h>(hand: &Hand<'h>, chapter: &'h Chapter<'h>) -> Piece {
    hand.chapter(chapter).compose().named(chapter.target.name())
}

impl Run<'_> {
    /// Whether all pages that its text speaks of are still what they were.
    fn holds(&self, pages: &PageNumbers) -> bool {
        self.asked
            .iter()
            .all(|(name, page)| pages.get(name).copied() == *page)
    }

    /// The title of the chapter that each page begins with, or, if none goes on there, of the first that begins there.
    fn heads(&self) -> Vec<String> {
        let mut current = "";
        self.pages
            .names()
            .iter()
            .map(|names| {
                let begun = self
                    .chapters
                    .iter()
                    .find(|chapter| names.iter().any(|name| **name == *chapter.target.name()));
                let latest = self
                    .chapters
                    .iter()
                    .rfind(|chapter| names.iter().any(|name| **name == *chapter.target.name()));
                if current.is_empty() {
                    current = begun.map_or("", |chapter| &*chapter.title);
                }
                let head = current.to_owned();
                if let Some(latest) = latest {
                    current = &latest.title;
                }
                head
            })
            .collect()
    }
}

impl Bound<'_> {
    /// The characters that no font has, each once.
    fn missing(&self, hand: &Hand<'_>) -> Vec<MissingCharacter> {
        let mut missing = hand.missing();
        for character in self.runs.iter().flat_map(|run| &run.missing) {
            if !missing
                .iter()
                .any(|known| known.character == character.character)
            {
                missing.push(character.clone());
            }
        }
        missing.sort_by_key(|missing| missing.character);
        missing
    }

    /// The page of every place, by its printed number: the cover is page 1.
    fn numbers(&self) -> PageNumbers {
        let mut numbers = PageNumbers::new();
        let mut before = 1 + self.contents.1.count();
        for run in &self.runs {
            for (names, number) in run.pages.names().into_iter().zip(before + 1..) {
                for name in names {
                    numbers.entry(name).or_insert(number);
                }
            }
            before += run.pages.count();
        }
        numbers
    }
}
