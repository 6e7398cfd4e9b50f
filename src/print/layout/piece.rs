//! What a sheet is made of.

use std::fmt;
use std::sync::Arc;

use super::{Backing, Length, Scale, Size};
use crate::diagnostic::Span;
use crate::print::scene::{Colour, Drawing, Frame, Role};
use crate::print::text::{Manner, Metrics, Paragraph};

/// Something that has a height for each width.
#[derive(Debug, Clone)]
pub(crate) enum Piece {
    /// A paragraph. It is shared: pieces are copied whenever a page is tried, and hardly ever changed.
    Text(Arc<Text>),
    /// A picture.
    Picture(Picture),
    /// Pieces below one another.
    Stack(Stack),
    /// Pieces side by side.
    Row(Row),
    /// Columns with heads, all of one height.
    Columns(Columns),
    /// A piece with white space around it and colour behind it.
    Panel(Box<Panel>),
    /// An item of a list: a mark, and a body that hangs beside it.
    Item(Box<Item>),
    /// A head over or beside what it heads.
    Headed(Box<Headed>),
    /// Everything inside belongs to a part of the structure.
    Part(Part),
    /// What stays together as long as a page can hold it.
    Together(Box<Piece>),
    /// Something for the eye alone: those who don't see it have heard it already, or need not.
    Unread(Box<Piece>),
    /// White space.
    Space(Length),
    /// A line that fills its box: as wide as that, or as high where it stands upright between others.
    Rule(Rule),
    /// What can be left out when space is short; what has rank 1 goes first.
    Spare(u8, Box<Piece>),
    /// What has a name, so that links can lead to it.
    Named(Arc<str>, Box<Piece>),
}

/// A paragraph and how it is set. Its box reaches from the top of the capitals of its first line to the baseline of its last; of
/// scripts that reach higher or deeper, from the top of these to their foot.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    /// The paragraph.
    pub(crate) paragraph: Arc<Paragraph>,
    /// The size of type.
    pub(crate) size: Size,
    /// From baseline to baseline, in sizes of type; already wider where the script is taller.
    pub(crate) leading: f32,
    /// The colour.
    pub(crate) colour: Colour,
    /// The heights of its face.
    pub(crate) metrics: Metrics,
    /// How its lines are broken.
    pub(crate) manner: Manner,
    /// Where its lines stand.
    pub(crate) align: Align,
    /// What it is to those who don't see it; `None` if it is a part of what surrounds it.
    pub(crate) role: Option<Role>,
    /// The statement that it says, for the message about what doesn't fit.
    pub(crate) statement: Option<Span>,
    /// The size in points that it must have, and where its words were written: who is far away must be able to read it.
    pub(crate) from_afar: Option<(f32, Span)>,
    /// Whether it may go on on another page, and which of its lines these are.
    pub(crate) extent: Extent,
    /// What stands at the foot of the page for it.
    pub(crate) notes: Vec<Note>,
}

/// A footnote.
#[derive(Debug, Clone)]
pub(crate) struct Note {
    /// The byte of the text at which its mark stands.
    pub(crate) at: usize,
    /// What it says, with its number.
    pub(crate) piece: Arc<Piece>,
}

/// How much of a paragraph stands on one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Extent {
    /// All of it: titles, statements, labels.
    #[default]
    Whole,
    /// Prose: all of it, or else at least two lines on either page.
    Prose,
    /// From this line to before that one, of those that it has at the width at which it was split.
    Lines {
        /// The first.
        from: usize,
        /// The one after the last.
        to: usize,
    },
}

/// Where lines stand in their box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Align {
    /// Where reading begins.
    #[default]
    Start,
    /// In the middle.
    Centre,
    /// Where reading ends.
    End,
}

/// What can be drawn into a box: an icon, a logo, a code.
pub(crate) trait Art: fmt::Debug + Send + Sync {
    /// Its width divided by its height.
    fn aspect(&self) -> f32;

    /// Draws it to fill a box. A picture of one colour takes `ink`.
    fn draw(&self, frame: Frame, ink: Colour) -> Vec<Drawing>;
}

/// A picture of a given height.
#[derive(Debug, Clone)]
pub(crate) struct Picture {
    /// What is drawn.
    pub(crate) art: Arc<dyn Art>,
    /// How high it is.
    pub(crate) height: Length,
    /// Never wider; what is wider becomes smaller.
    pub(crate) max_width: Length,
    /// Its ink, if it has one colour.
    pub(crate) ink: Colour,
    /// What it shows, in words; `None` for decoration.
    pub(crate) alt: Option<Alt>,
    /// Where it stands.
    pub(crate) align: Align,
}

/// What a picture shows, in words.
#[derive(Debug, Clone)]
pub(crate) struct Alt {
    /// The words.
    pub(crate) words: String,
    /// Their language, where it isn't that of the document.
    pub(crate) language: Option<Arc<str>>,
}

/// Pieces below one another.
#[derive(Debug, Clone)]
pub(crate) struct Stack {
    /// From top to bottom.
    pub(crate) pieces: Vec<Piece>,
    /// What is between them.
    pub(crate) gap: Gap,
    /// By how much gaps may grow where there is room to spare, in steps, so that lines of neighbouring columns keep their
    /// rhythm.
    pub(crate) spread: Option<Spread>,
    /// What takes the height that is left.
    pub(crate) grows: Grows,
}

/// What is between the pieces of a stack.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Gap {
    /// White space, which has more or less air.
    White(Length),
    /// From the last baseline of a piece to the first one of the next it is so many steps, and whole steps more where there is
    /// air. So the lines of neighbouring columns stand on common baselines, whatever the air.
    Baselines {
        /// One step.
        step: Length,
        /// How many steps at least.
        steps: u8,
        /// The height of the capitals that a piece begins with.
        capital: Length,
    },
}

/// Which pieces of a stack take the height that is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Grows {
    /// None.
    #[default]
    Nothing,
    /// The one at this place.
    One(usize),
    /// All alike.
    All,
}

/// How the gaps of a stack grow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Spread {
    /// One step.
    pub(crate) step: Length,
    /// How many steps at most.
    pub(crate) most: u32,
}

/// Pieces side by side.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// In the order of reading.
    pub(crate) cells: Vec<Cell>,
    /// The white between them.
    pub(crate) gap: Length,
    /// Where cells stand that are lower than the highest.
    pub(crate) upright: Upright,
    /// The shares of the width to try for the first of two cells, so that the row is as low as can be; of those that are alike, the
    /// first. Where there are none, cells keep to their own.
    pub(crate) balance: &'static [f32],
}

/// A piece in a row.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    /// What it holds.
    pub(crate) piece: Piece,
    /// Its width; `None` for a share of what is left.
    pub(crate) width: Option<Length>,
    /// Its share of what is left.
    pub(crate) share: f32,
}

/// Where lower pieces stand beside higher ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Upright {
    /// At the top.
    Top,
    /// In the middle.
    Middle,
    /// They become as high.
    #[default]
    Stretch,
}

/// Columns with heads: heads are as high as the highest, bodies too.
#[derive(Debug, Clone)]
pub(crate) struct Columns {
    /// In the order of reading.
    pub(crate) each: Vec<Column>,
    /// The white between them.
    pub(crate) gap: Length,
    /// The line in the middle of that white.
    pub(crate) rule: Option<Rule>,
    /// How wide they are.
    pub(crate) widths: Widths,
}

/// How wide columns are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Widths {
    /// Those that say more are wider.
    Fitted {
        /// So much wider or narrower than the mean a column may be, as a share of it.
        play: f32,
    },
    /// All alike: columns that go on on another page.
    Even,
}

/// A column.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    /// What stands over it.
    pub(crate) head: Piece,
    /// What stands over what goes on on another page.
    pub(crate) again: Piece,
    /// What it holds.
    pub(crate) body: Piece,
}

/// A head, and what it heads.
#[derive(Debug, Clone)]
pub(crate) struct Headed {
    /// The head, what repeats it where the rest goes on on another page, and what it heads.
    pub(crate) column: Column,
    /// Where the head stands.
    pub(crate) place: HeadPlace,
}

/// Where a head stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum HeadPlace {
    /// Over what it heads.
    Over {
        /// The white between them.
        gap: Length,
        /// So much of it stays, however little air there is: the tails of the head's letters.
        least: Length,
        /// The rhythm of lines that it keeps to.
        rhythm: Option<Rhythm>,
    },
    /// Beside it, with this share of the width.
    Beside(f32),
}

/// What keeps the lines below a head on the rhythm of those beside it, where heads are of different heights.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Rhythm {
    /// Wherever these stand: from the top of the head on it is whole steps.
    Whole {
        /// One step.
        step: Length,
    },
    /// As below a head of the usual height, or whole steps further down or up.
    Usual {
        /// One step.
        step: Length,
        /// The usual height.
        head: Length,
    },
}

impl Rhythm {
    /// The white below a head of this height that is on the rhythm and next to what is wanted, but no less than the least, in points.
    fn white(self, head: f32, (wanted, least): (f32, f32), scale: Scale) -> f32 {
        let (step, usual) = match self {
            Rhythm::Whole { step } => (step, -wanted),
            Rhythm::Usual { step, head } => (step, head.at(scale)),
        };
        let step = step.at(scale).max(f32::MIN_POSITIVE);
        let off = (usual - head) / step;
        let white = wanted + (off - off.round()) * step;
        if white < least { white + step } else { white }
    }
}

/// A piece that belongs to a part of the structure.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// What it is.
    pub(crate) role: Role,
    /// What it holds.
    pub(crate) piece: Box<Piece>,
    /// What makes it one with the pieces on other pages that are the same part.
    pub(super) thread: Option<Thread>,
}

/// Joins pieces on several pages into one part of the structure. Every part that is split has one of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Thread(pub(super) u32);

/// White space around a piece, and what is behind it.
#[derive(Debug, Clone)]
pub(crate) struct Panel {
    /// What it holds.
    pub(crate) piece: Piece,
    /// The white space.
    pub(crate) padding: Sides,
    /// What stands behind it.
    pub(crate) backing: Backing,
    /// How round its corners are, in points: at the top, at the bottom.
    pub(crate) corners: (f32, f32),
    /// Where its piece stands if the panel is higher.
    pub(crate) upright: Upright,
    /// So many points high at least.
    pub(super) least: f32,
}

/// White space on four sides.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Sides {
    /// At the top.
    pub(crate) top: Length,
    /// Where reading begins and ends.
    pub(crate) side: Length,
    /// At the bottom.
    pub(crate) bottom: Length,
}

/// A line that parts one thing from another. It is decoration.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rule {
    /// How thick it is, in points.
    pub(crate) thickness: f32,
    /// Its colour.
    pub(crate) colour: Colour,
}

/// An item of a list.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// The mark. It is decoration: how a list is meant, its heading says. `None` where an item goes on on another page.
    pub(crate) mark: Option<Mark>,
    /// From the edge to the body.
    pub(crate) indent: Length,
    /// The height of the capitals that the body begins with, in sizes of body text.
    pub(crate) capital: f32,
    /// What it says.
    pub(crate) body: Piece,
    /// What makes item and body one with their pieces on other pages.
    pub(super) threads: Option<(Thread, Thread)>,
}

/// A drawn bullet.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    /// What is drawn.
    pub(crate) art: Arc<dyn Art>,
    /// Its height in sizes of body text.
    pub(crate) height: f32,
    /// Its ink.
    pub(crate) ink: Colour,
}

impl Piece {
    /// Marks what can be left out when space is short.
    pub(crate) fn spare(self, rank: u8) -> Piece {
        Piece::Spare(rank, Box::new(self))
    }

    /// Whether it is there at this scale.
    pub(super) fn is_there(&self, scale: Scale) -> bool {
        !matches!(self, Piece::Spare(rank, _) if *rank <= scale.left_out)
    }

    /// Ties all that is inside to a part of the structure.
    pub(crate) fn part(self, role: Role) -> Piece {
        Piece::Part(Part {
            role,
            piece: Box::new(self),
            thread: None,
        })
    }

    /// With a name that links lead to.
    pub(crate) fn named(self, name: impl Into<Arc<str>>) -> Piece {
        Piece::Named(name.into(), Box::new(self))
    }

    /// Not to be split without need.
    pub(crate) fn together(self) -> Piece {
        Piece::Together(Box::new(self))
    }

    /// For the eye alone.
    pub(crate) fn unread(self) -> Piece {
        Piece::Unread(Box::new(self))
    }
}

impl From<String> for Alt {
    fn from(words: String) -> Self {
        Self {
            words,
            language: None,
        }
    }
}

impl Stack {
    /// Pieces below one another.
    pub(crate) fn new(pieces: Vec<Piece>, gap: impl Into<Gap>) -> Self {
        Self {
            pieces,
            gap: gap.into(),
            spread: None,
            grows: Grows::Nothing,
        }
    }
}

impl HeadPlace {
    /// Over what it heads, with so much white between them.
    pub(crate) fn over(gap: Length) -> Self {
        HeadPlace::Over {
            gap,
            least: Length::default(),
            rhythm: None,
        }
    }

    /// The white below a head of this height that stands over what it heads, in points; none for one that stands beside it.
    pub(super) fn white(self, head: f32, scale: Scale) -> f32 {
        match self {
            HeadPlace::Over { gap, least, rhythm } => {
                let least = least.at(scale);
                let wanted = gap.space(scale).max(least);
                match rhythm {
                    Some(rhythm) => rhythm.white(head, (wanted, least), scale),
                    None => wanted,
                }
            }
            HeadPlace::Beside(_) => 0.0,
        }
    }
}

impl Panel {
    /// White space around a piece.
    pub(crate) fn new(piece: Piece, padding: Sides) -> Self {
        Self {
            piece,
            padding,
            backing: Backing::Paper,
            corners: (0.0, 0.0),
            upright: Upright::Stretch,
            least: 0.0,
        }
    }

    /// With a colour or lines behind it.
    #[must_use]
    pub(crate) fn filled(mut self, backing: impl Into<Backing>) -> Self {
        self.backing = backing.into();
        self
    }

    /// With round corners.
    #[must_use]
    pub(crate) fn rounded(mut self, top: f32, bottom: f32) -> Self {
        self.corners = (top, bottom);
        self
    }

    /// With its piece in the middle if there is room.
    #[must_use]
    pub(crate) fn centred(mut self) -> Self {
        self.upright = Upright::Middle;
        self
    }
}

impl Item {
    /// A body that hangs beside a mark.
    pub(crate) fn new(mark: Mark, indent: Length, capital: f32, body: impl Into<Piece>) -> Self {
        Self {
            mark: Some(mark),
            indent,
            capital,
            body: body.into(),
            threads: None,
        }
    }
}

impl From<Item> for Piece {
    fn from(item: Item) -> Self {
        Piece::Item(Box::new(item))
    }
}

impl From<Headed> for Piece {
    fn from(headed: Headed) -> Self {
        Piece::Headed(Box::new(headed))
    }
}

impl From<Length> for Gap {
    fn from(white: Length) -> Self {
        Gap::White(white)
    }
}

impl From<Panel> for Piece {
    fn from(panel: Panel) -> Self {
        Piece::Panel(Box::new(panel))
    }
}

impl From<Text> for Piece {
    fn from(text: Text) -> Self {
        Piece::Text(Arc::new(text))
    }
}

impl From<Stack> for Piece {
    fn from(stack: Stack) -> Self {
        Piece::Stack(stack)
    }
}

impl From<Row> for Piece {
    fn from(row: Row) -> Self {
        Piece::Row(row)
    }
}

impl From<Rule> for Piece {
    fn from(rule: Rule) -> Self {
        Piece::Rule(rule)
    }
}

impl From<Picture> for Piece {
    fn from(picture: Picture) -> Self {
        Piece::Picture(picture)
    }
}

impl Cell {
    /// As wide as this.
    pub(crate) fn fixed(piece: impl Into<Piece>, width: Length) -> Self {
        Self {
            piece: piece.into(),
            width: Some(width),
            share: 0.0,
        }
    }

    /// A share of what is left.
    pub(crate) fn share(piece: impl Into<Piece>, share: f32) -> Self {
        Self {
            piece: piece.into(),
            width: None,
            share,
        }
    }
}
