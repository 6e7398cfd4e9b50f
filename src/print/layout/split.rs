//! Where a piece ends on one page and goes on on the next.
//!
//! A piece that is too high is split into what fits and what goes on, which are pieces again. What may be torn apart and what
//! may not, each kind of piece knows for itself: statements, titles and what stands side by side stay whole; prose keeps two
//! lines on either side; a head stays with what it heads, and is repeated over what goes on. A part of the structure that
//! is split stays one part: both halves carry the same [`Thread`].

use std::sync::Arc;

use super::Scale;
use super::piece::{
    Column, Columns, Extent, Grows, HeadPlace, Headed, Item, Panel, Part, Piece, Stack, Text,
    Thread, Widths,
};
use crate::print::scene::Role;

/// A piece at the end of a page.
#[derive(Debug)]
pub(super) enum Split {
    /// All of it fits.
    Whole,
    /// Nothing of it may stand here: it all belongs on the next page.
    Nothing,
    /// What fits, and what goes on.
    Two(Piece, Piece),
}

/// Splits pieces, and gives the parts that it splits their threads.
#[derive(Debug, Default)]
pub(super) struct Knife {
    threads: u32,
    /// Whether it splits what should stay together.
    forced: bool,
}

/// Heights are compared with this much leeway, in points.
const LEEWAY: f32 = 0.01;
/// So many lines of a paragraph stay together at least, before and after a split.
const LINES_TOGETHER: usize = 2;

impl Knife {
    /// Splits a piece at this height.
    pub(super) fn split(&mut self, piece: &Piece, width: f32, height: f32, scale: Scale) -> Split {
        if piece.height_up_to(height + LEEWAY, width, scale) <= height + LEEWAY {
            return Split::Whole;
        }
        match piece {
            Piece::Text(text) => self.text(text, width, height, scale),
            Piece::Stack(stack) => self.stack(stack, width, height, scale),
            Piece::Columns(columns) => self.columns(columns, width, height, scale),
            Piece::Headed(headed) => self.headed(headed, width, height, scale),
            Piece::Panel(panel) => self.panel(panel, width, height, scale),
            Piece::Item(item) => self.item(item, width, height, scale),
            Piece::Part(part) => self.part(part, width, height, scale),
            Piece::Spare(rank, piece) => self
                .split(piece, width, height, scale)
                .map(|piece| piece.spare(*rank)),
            Piece::Named(name, piece) => match self.split(piece, width, height, scale) {
                Split::Two(first, rest) => Split::Two(first.named(Arc::clone(name)), rest),
                other => other,
            },
            Piece::Together(piece) if self.forced => self.split(piece, width, height, scale),
            // What stands side by side stays together, and what is drawn can't be cut.
            Piece::Row(_)
            | Piece::Picture(_)
            | Piece::Space(_)
            | Piece::Rule(_)
            | Piece::Together(_)
            | Piece::Unread(_) => Split::Nothing,
        }
    }

    /// Splits a piece that must be split: what should stay together is torn apart if there is no other way.
    pub(super) fn force(&mut self, piece: &Piece, width: f32, height: f32, scale: Scale) -> Split {
        match self.split(piece, width, height, scale) {
            Split::Nothing => {
                self.forced = true;
                let split = self.split(piece, width, height, scale);
                self.forced = false;
                split
            }
            split => split,
        }
    }

    fn thread(&mut self) -> Thread {
        self.threads += 1;
        Thread(self.threads)
    }

    fn text(&mut self, text: &Text, width: f32, height: f32, scale: Scale) -> Split {
        let size = text.type_size(width, scale);
        let (from, to) = match text.extent {
            Extent::Whole => return Split::Nothing,
            Extent::Prose => (0, text.paragraph.line_count(width / size)),
            Extent::Lines { from, to } => (from, to),
        };
        let fit = (from..to)
            .take_while(|&last| text.height_of(last + 1 - from, size) <= height + LEEWAY)
            .count();
        let fit = fit.min((to - from).saturating_sub(LINES_TOGETHER));
        if fit < LINES_TOGETHER {
            return Split::Nothing;
        }
        let lines = |from, to| {
            Piece::from(Text {
                extent: Extent::Lines { from, to },
                role: None,
                notes: text.notes_within(from..to, width / size),
                ..text.clone()
            })
        };
        let (first, rest) = (lines(from, from + fit), lines(from + fit, to));
        match &text.role {
            Some(role) => {
                let thread = self.thread();
                Split::Two(first, rest).map(|piece| threaded(role, piece, thread))
            }
            None => Split::Two(first, rest),
        }
    }

    fn part(&mut self, part: &Part, width: f32, height: f32, scale: Scale) -> Split {
        match self.split(&part.piece, width, height, scale) {
            Split::Two(first, rest) => {
                let thread = part.thread.unwrap_or_else(|| self.thread());
                Split::Two(first, rest).map(|piece| threaded(&part.role, piece, thread))
            }
            // What goes on keeps its thread, even if all of it does.
            other => other,
        }
    }

    fn item(&mut self, item: &Item, width: f32, height: f32, scale: Scale) -> Split {
        let inner = (width - item.indent.at(scale)).max(0.0);
        match self.split(&item.body, inner, height, scale) {
            Split::Two(first, rest) => {
                let threads = item
                    .threads
                    .unwrap_or_else(|| (self.thread(), self.thread()));
                let half = |mark, body| {
                    Piece::from(Item {
                        mark,
                        body,
                        threads: Some(threads),
                        ..item.clone()
                    })
                };
                Split::Two(half(item.mark.clone(), first), half(None, rest))
            }
            other => other,
        }
    }

    fn panel(&mut self, panel: &Panel, width: f32, height: f32, scale: Scale) -> Split {
        let padding = panel.padding;
        let inner = (width - 2.0 * padding.side.at(scale)).max(0.0);
        let (above, below) = panel.backing.takes();
        let room = height - above - padding.top.space(scale) - padding.bottom.space(scale) - below;
        match self.split(&panel.piece, inner, room, scale) {
            Split::Two(first, rest) => {
                let half = |piece, corners| {
                    Piece::from(Panel {
                        piece,
                        corners,
                        least: 0.0,
                        ..panel.clone()
                    })
                };
                // Edges at which a panel goes on are straight.
                let (top, bottom) = panel.corners;
                Split::Two(half(first, (top, 0.0)), half(rest, (0.0, bottom)))
            }
            // The white at its foot alone is too much.
            Split::Whole | Split::Nothing => Split::Nothing,
        }
    }

    fn headed(&mut self, headed: &Headed, width: f32, height: f32, scale: Scale) -> Split {
        let Column { head, again, body } = &headed.column;
        let (head_width, body_width) = headed.widths(width);
        let head_height = head.height(head_width, scale);
        let room = match headed.place {
            HeadPlace::Over { .. } => height - head_height - headed.place.white(head_height, scale),
            HeadPlace::Beside(_) if head_height > height + LEEWAY => return Split::Nothing,
            HeadPlace::Beside(_) => height,
        };
        match self.split(body, body_width, room, scale) {
            Split::Two(first, rest) => {
                let half = |head: &Piece, body| {
                    Piece::from(Headed {
                        column: Column {
                            head: head.clone(),
                            again: again.clone(),
                            body,
                        },
                        place: headed.place,
                    })
                };
                Split::Two(half(head, first), half(again, rest))
            }
            Split::Whole | Split::Nothing => Split::Nothing,
        }
    }

    fn columns(&mut self, columns: &Columns, width: f32, height: f32, scale: Scale) -> Split {
        let even = Columns {
            widths: Widths::Even,
            ..columns.clone()
        };
        let arrangement = even.arrange(width, scale);
        let room = height - arrangement.head;
        let mut first = Vec::with_capacity(even.each.len());
        let mut rest = Vec::new();
        for (column, &width) in even.each.into_iter().zip(&arrangement.widths) {
            match self.split(&column.body, width, room, scale) {
                Split::Whole => first.push(column),
                Split::Nothing => return Split::Nothing,
                Split::Two(fits, goes_on) => {
                    rest.push(Column {
                        head: column.again.clone(),
                        again: column.again.clone(),
                        body: goes_on,
                    });
                    first.push(Column {
                        body: fits,
                        ..column
                    });
                }
            }
        }
        if rest.is_empty() {
            return Split::Nothing;
        }
        let whole = |each| {
            Piece::Columns(Columns {
                each,
                gap: even.gap,
                rule: even.rule,
                widths: Widths::Even,
            })
        };
        Split::Two(whole(first), whole(rest))
    }

    fn stack(&mut self, stack: &Stack, width: f32, height: f32, scale: Scale) -> Split {
        let gap = stack.gap.at(scale);
        let pieces: Vec<(usize, &Piece)> = stack
            .pieces
            .iter()
            .enumerate()
            .filter(|(_, piece)| piece.is_there(scale))
            .collect();
        let mut left = height;
        let mut first = Vec::new();
        let mut rest = Vec::new();
        let mut ahead = pieces.iter();
        for &(at, piece) in ahead.by_ref() {
            match self.split(piece, width, left, scale) {
                Split::Whole => {
                    left -= piece.height(width, scale) + gap;
                    first.push((at, piece.clone()));
                    continue;
                }
                Split::Nothing => rest.push((at, piece.clone())),
                Split::Two(fits, goes_on) => {
                    first.push((at, fits));
                    rest.push((at, goes_on));
                }
            }
            break;
        }
        rest.extend(ahead.map(|&(at, piece)| (at, piece.clone())));
        // A head goes on with what it heads, whatever is between them.
        while let Some(last) =
            first.pop_if(|(_, piece)| piece.keeps_with_next(scale) || piece.is_between())
        {
            rest.insert(0, last);
        }
        // Between pages there is neither white nor a line.
        let white = rest
            .iter()
            .take_while(|(_, piece)| piece.is_between())
            .count();
        rest.drain(..white);
        if first.is_empty() || rest.is_empty() {
            return Split::Nothing;
        }
        let half = |pieces: Vec<(usize, Piece)>| {
            let grows = match stack.grows {
                Grows::One(one) => pieces
                    .iter()
                    .position(|(at, _)| *at == one)
                    .map_or(Grows::One(pieces.len() - 1), Grows::One),
                other => other,
            };
            Piece::Stack(Stack {
                pieces: pieces.into_iter().map(|(_, piece)| piece).collect(),
                gap: stack.gap,
                spread: stack.spread,
                grows,
            })
        };
        Split::Two(half(first), half(rest))
    }
}

impl Split {
    /// Does something to both halves.
    fn map(self, change: impl Fn(Piece) -> Piece) -> Self {
        match self {
            Split::Two(first, rest) => Split::Two(change(first), change(rest)),
            other => other,
        }
    }
}

fn threaded(role: &Role, piece: Piece, thread: Thread) -> Piece {
    Piece::Part(Part {
        role: role.clone(),
        piece: Box::new(piece),
        thread: Some(thread),
    })
}

impl Piece {
    /// Whether it must not be the last on a page: a head stays with what it heads.
    fn keeps_with_next(&self, scale: Scale) -> bool {
        match self {
            Piece::Text(text) => matches!(text.role, Some(Role::Heading(_))),
            Piece::Part(part) => {
                matches!(part.role, Role::Heading(_)) || part.piece.keeps_with_next(scale)
            }
            Piece::Stack(stack) => stack
                .pieces
                .iter()
                .rfind(|piece| piece.is_there(scale))
                .is_some_and(|piece| piece.keeps_with_next(scale)),
            Piece::Row(row) => row
                .cells
                .iter()
                .any(|cell| cell.piece.keeps_with_next(scale)),
            Piece::Panel(panel) => panel.piece.keeps_with_next(scale),
            Piece::Spare(_, piece) | Piece::Together(piece) | Piece::Named(_, piece) => {
                piece.keeps_with_next(scale)
            }
            Piece::Columns(_)
            | Piece::Headed(_)
            | Piece::Item(_)
            | Piece::Picture(_)
            | Piece::Space(_)
            | Piece::Rule(_)
            | Piece::Unread(_) => false,
        }
    }

    /// Whether it only parts what is above it from what is below.
    fn is_between(&self) -> bool {
        matches!(self, Piece::Space(_) | Piece::Rule(_))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::OnceLock;

    use proptest::prelude::*;

    use super::*;
    use crate::diagnostic::{FileId, Span};
    use crate::print::layout::{
        Align, Canvas, Cell, Drawn, Edges, Fill, FitOver, Flow, Length, Limits, Row, Sides, Size,
        Squeeze, Surround, Upright,
    };
    use crate::print::scene::{Colour, PartId, Structure};
    use crate::print::text::{Direction, Fonts, Manner, Style, Typesetter, Wording};

    const SCALE: Scale = Scale {
        body: 12.0,
        air: 1.0,
        display: 1.0,
        left_out: 0,
    };
    const WIDTH: f32 = 200.0;
    const HEIGHT: f32 = 150.0;

    fn fonts() -> &'static Fonts {
        static FONTS: OnceLock<Fonts> = OnceLock::new();
        FONTS.get_or_init(Fonts::of_default_theme)
    }

    fn text(words: &str, role: Option<Role>, extent: Extent) -> Text {
        let mut typesetter = Typesetter::new(fonts(), "en");
        let wording = Wording::new(words, Style::Regular);
        Text {
            paragraph: typesetter.paragraph(&wording, Span::new(FileId(0), 0..1)),
            size: Size::Body(1.0),
            leading: 1.2,
            colour: Colour::Rgb(0, 0, 0),
            metrics: fonts().metrics(Style::Regular, "en"),
            manner: Manner::Ragged,
            align: Align::Start,
            role,
            statement: None,
            from_afar: None,
            extent,
            notes: Vec::new(),
        }
    }

    fn heading(words: &str) -> Piece {
        text(words, Some(Role::Heading(1)), Extent::Whole).into()
    }

    fn prose(words: &str) -> Piece {
        text(words, Some(Role::Paragraph), Extent::Prose).into()
    }

    fn statement(words: &str) -> Piece {
        Piece::from(text(words, None, Extent::Whole))
            .part(Role::ListBody)
            .part(Role::ListItem)
    }

    fn stack(pieces: Vec<Piece>) -> Piece {
        Stack::new(pieces, Length::points(8.0)).into()
    }

    /// The texts on each page, with their lines, and the structure.
    fn pages(body: Piece) -> (Vec<Vec<(String, usize)>>, Structure) {
        let flow = Flow {
            body,
            surround: &|_| Surround::default(),
            width: WIDTH,
            height: HEIGHT,
            most: 100,
            fill: Fill::OneByOne,
            edges: Edges::default(),
        };
        let limits = Limits {
            max: SCALE.body,
            floor: SCALE.body,
            comfort: SCALE.body,
            squeezes: vec![Squeeze {
                air: 1.0,
                titles: 1.0,
                left_out: 0,
            }],
            most_air: 1.0,
        };
        let FitOver::Fits(pages) = flow.fit(&limits) else {
            panic!("a hundred pages hold it");
        };
        let mut canvas = Canvas::new(WIDTH, HEIGHT, Direction::LeftToRight, fonts());
        flow.draw(&pages, &mut canvas);
        let Drawn {
            pages: sheets,
            structure,
            texts,
            ..
        } = canvas.finish();
        let mut found = vec![Vec::new(); sheets.len()];
        for text in texts {
            assert!(text.baseline <= HEIGHT + 0.1, "{text:?} is off the page");
            found[text.page].push((text.text, text.lines));
        }
        (found, structure)
    }

    const LONG: &str = "Write every message as if a parent, a manager or a court will read it one day, \
        because one day they may. Keep to what the message is for. Say who you are, and what you \
        would like to happen next. Leave out nicknames, kisses and jokes that could be misread.";

    #[test]
    fn a_paragraph_goes_on_as_the_same_part() {
        let (pages, structure) = pages(stack(vec![prose(LONG), prose(LONG), prose(LONG)]));
        assert!(pages.len() > 1);
        let whole = pages
            .iter()
            .flatten()
            .map(|(_, lines)| lines)
            .sum::<usize>();
        let count = text(LONG, None, Extent::Prose)
            .paragraph
            .line_count(WIDTH / SCALE.body);
        assert_eq!(whole, 3 * count);
        let root = structure.part(structure.root());
        assert_eq!(root.children.len(), 3);
        assert_eq!(structure.len(), 4);
    }

    #[test]
    fn a_head_is_repeated_over_what_goes_on_and_read_once() {
        let statements = (0..12)
            .map(|at| statement(&format!("Statement {at}")))
            .collect();
        let headed = Headed {
            column: Column {
                head: heading("Do"),
                again: heading("Do – continued").unread(),
                body: stack(statements).part(Role::List { numbered: false }),
            },
            place: HeadPlace::over(Length::points(8.0)),
        };
        let panel = Panel::new(headed.into(), Sides::default());
        let (pages, structure) = pages(panel.into());
        assert_eq!(pages.len(), 2);
        assert_eq!(pages[0][0].0, "Do");
        assert_eq!(pages[1][0].0, "Do – continued");
        let roles = |wanted: &Role| {
            (0..structure.len())
                .filter(|&at| structure.part(PartId(at as u32)).role == *wanted)
                .count()
        };
        assert_eq!(roles(&Role::Heading(1)), 1);
        assert_eq!(roles(&Role::List { numbered: false }), 1);
        assert_eq!(roles(&Role::ListItem), 12);
    }

    #[test]
    fn what_stands_side_by_side_stays_together() {
        let row = Row {
            cells: vec![
                Cell::share(stack(vec![prose(LONG)]), 1.0),
                Cell::share(stack(vec![prose("Short.")]), 1.0),
            ],
            gap: Length::points(10.0),
            upright: Upright::Top,
            balance: &[],
        };
        let height = Piece::from(row.clone()).height(WIDTH, SCALE);
        let split = Knife::default().split(&row.into(), WIDTH, height - 1.0, SCALE);
        assert!(matches!(split, Split::Nothing));
    }

    #[test]
    fn what_should_stay_together_is_torn_apart_only_if_no_page_can_hold_it() {
        let some = |count: usize| {
            let statements = (0..count).map(|at| statement(&format!("Statement {at}")));
            stack(statements.collect()).part(Role::List { numbered: false })
        };
        let count =
            |pages: &[Vec<(String, usize)>]| -> Vec<usize> { pages.iter().map(Vec::len).collect() };
        let (apart, _) = pages(stack(vec![some(6), some(6)]));
        let (together, _) = pages(stack(vec![some(6), some(6).together()]));
        assert_eq!(together.len(), apart.len());
        assert!(apart[0].len() > 6);
        assert_eq!(count(&together), [6, 6]);
        let (torn, _) = pages(stack(vec![some(12).together()]));
        assert_eq!(torn.len(), 2);
    }

    #[test]
    fn what_is_higher_than_a_page_is_too_much() {
        let flow = Flow {
            body: stack(vec![heading("Do"), statement(&LONG.repeat(4))]),
            surround: &|_| Surround::default(),
            width: WIDTH,
            height: HEIGHT,
            most: 9,
            fill: Fill::OneByOne,
            edges: Edges::default(),
        };
        let limits = Limits {
            max: SCALE.body,
            floor: SCALE.body,
            comfort: SCALE.body,
            squeezes: Vec::new(),
            most_air: 1.0,
        };
        assert!(matches!(flow.fit(&limits), FitOver::TooMuch { excess, .. } if excess > 0.0));
    }

    /// A heading, a paragraph of so many words, or a statement of so many.
    #[derive(Debug, Clone)]
    enum Kind {
        Heading,
        Prose(usize),
        Statement(usize),
    }

    fn kind() -> impl Strategy<Value = Kind> {
        prop_oneof![
            Just(Kind::Heading),
            (1usize..90).prop_map(Kind::Prose),
            (1usize..20).prop_map(Kind::Statement),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn all_is_there_in_order_and_nothing_is_torn_apart(kinds in prop::collection::vec(kind(), 1..30)) {
            let words = |at: usize, count: usize| {
                std::iter::repeat_n(format!("word{at}"), count).collect::<Vec<_>>().join(" ")
            };
            // Two heads in a row stay together with what follows both; more than a few would fill a page.
            let kinds: Vec<Kind> = kinds
                .iter()
                .enumerate()
                .map(|(at, kind)| match kind {
                    Kind::Heading if at % 3 != 0 => Kind::Prose(30),
                    other => other.clone(),
                })
                .collect();
            let pieces = kinds.iter().enumerate().map(|(at, kind)| match kind {
                Kind::Heading => heading(&words(at, 1)),
                Kind::Prose(count) => prose(&words(at, *count)),
                Kind::Statement(count) => statement(&words(at, *count)),
            }).collect();
            let (pages, _) = pages(stack(pieces));
            let number = |words: &str| -> usize {
                let first = words.split(' ').next().unwrap_or_default();
                first.trim_start_matches("word").parse().expect("a number")
            };
            let mut lines = vec![0; kinds.len()];
            let mut seen = Vec::new();
            for (page, texts) in pages.iter().enumerate() {
                for (words, count) in texts {
                    let at = number(words);
                    // A paragraph that is torn apart has at least two lines on either side.
                    let whole = text(words, None, Extent::Prose).paragraph.line_count(WIDTH / SCALE.body);
                    prop_assert!(*count == whole || *count >= LINES_TOGETHER, "{words}: {count} of {whole}");
                    if !matches!(kinds[at], Kind::Prose(_)) {
                        prop_assert_eq!(*count, whole);
                    }
                    lines[at] += count;
                    if lines[at] == *count {
                        seen.push(at);
                    }
                    prop_assert!(lines[at] <= whole);
                    if lines[at] < whole {
                        prop_assert!(page + 1 < pages.len());
                    }
                }
                let last = texts.last().map(|(words, _)| number(words)).expect("no page is empty");
                if last + 1 < kinds.len() {
                    prop_assert!(!matches!(kinds[last], Kind::Heading), "a heading stands at the foot");
                }
            }
            prop_assert_eq!(seen, (0..kinds.len()).collect::<Vec<_>>());
        }
    }
}
