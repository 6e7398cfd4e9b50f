//! Pieces over several pages.
//!
//! A [`Flow`] is a body that goes on from page to page, and what stands at the head and the foot of each. [`Flow::fit`] finds
//! the largest type at which the body takes no more pages than it may, by the same search as for one sheet; [`Flow::draw`]
//! draws the pages. Posters on two sheets, large print and the handbook are all set by it.

use std::sync::Arc;

use super::fit::{Fit, Limits, search};
use super::split::{Knife, Split};
use super::{Canvas, Piece, Scale, notes};
use crate::print::scene::Frame;

/// Which page of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Folio {
    /// The page, from 1.
    pub(crate) number: usize,
    /// How many there are.
    pub(crate) of: usize,
}

/// What stands around the body of a page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Surround {
    /// At its head.
    pub(crate) head: Option<Piece>,
    /// At its foot.
    pub(crate) foot: Option<Piece>,
}

/// A body that goes on from page to page.
pub(crate) struct Flow<'a> {
    /// What is said.
    pub(crate) body: Piece,
    /// What stands around it on a page. It is as high on the second page as on any later one.
    pub(crate) surround: &'a dyn Fn(Folio) -> Surround,
    /// The width of a page within its edges, in points.
    pub(crate) width: f32,
    /// Its height within its edges, in points.
    pub(crate) height: f32,
    /// It takes no more pages than these.
    pub(crate) most: usize,
    /// How full pages are.
    pub(crate) fill: Fill,
    /// The white around the pages.
    pub(crate) edges: Edges,
}

/// The white around what stands on a page, in points. Sheets whose colours reach to the edge have none.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Edges {
    /// On the left and on the right.
    pub(crate) side: f32,
    /// At the top.
    pub(crate) top: f32,
    /// At the bottom.
    pub(crate) bottom: f32,
    /// How far all stands away from the spine: to the right on odd pages, to the left on even ones.
    pub(crate) spine: f32,
    /// How many pages of the document come before.
    pub(crate) before: usize,
}

impl Edges {
    /// The left edge of what stands on a page of this number.
    fn left(&self, number: usize) -> f32 {
        if (self.before + number).is_multiple_of(2) {
            self.side - self.spine
        } else {
            self.side + self.spine
        }
    }
}

/// How full pages are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fill {
    /// All alike, and what can grow takes the rest: sheets that hang side by side.
    Even,
    /// One after the other: pages to be turned.
    OneByOne,
    /// A few pages to be turned, no more than it takes: so that little is torn, and the last has more than next to nothing on it.
    Whole,
}

/// How far pages are filled.
#[derive(Debug, Clone, Copy)]
struct Filling {
    /// Up to this share of each.
    share: f32,
    /// There are no more pages than these.
    most: usize,
}

/// A body in pages.
#[derive(Debug)]
pub(crate) struct Pages {
    bodies: Vec<Piece>,
    scale: Scale,
}

impl Pages {
    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.bodies.len()
    }

    /// How high the body of the last page is at this width, in points.
    pub(crate) fn last_height(&self, width: f32) -> f32 {
        self.bodies
            .last()
            .map_or(0.0, |body| body.height(width, self.scale))
    }

    /// The names of places on each page, in the order of reading.
    pub(crate) fn names(&self) -> Vec<Vec<Arc<str>>> {
        self.bodies.iter().map(Piece::names).collect()
    }

    /// Whether body text is good to read.
    pub(crate) fn is_comfortable(&self, limits: &Limits) -> bool {
        self.scale.body >= limits.comfort
    }
}

/// How a body fits into pages.
#[derive(Debug)]
pub(crate) enum FitOver {
    /// Into these.
    Fits(Pages),
    /// Not even at this smallest scale: so many points are left over after the last page.
    TooMuch {
        /// The smallest scale.
        scale: Scale,
        /// How much is left over, in points.
        excess: f32,
    },
}

/// The heights that surrounds leave for the body, in points.
#[derive(Debug, Clone, Copy)]
struct Rooms {
    first: f32,
    later: f32,
}

impl Flow<'_> {
    /// Finds the largest scale at which the body takes no more pages than it may.
    pub(crate) fn fit(&self, limits: &Limits) -> FitOver {
        let surrounds = self.surrounds();
        let rooms = |scale| self.rooms(&surrounds, scale);
        let pages = |scale| self.pages(rooms(scale), self.full(), scale);
        match search(limits, |scale| pages(scale).err().unwrap_or(0.0)) {
            Fit::Fits(scale) => match pages(scale) {
                Ok(bodies) => FitOver::Fits(Pages {
                    bodies: self.evened(bodies, rooms(scale), scale),
                    scale,
                }),
                Err(excess) => FitOver::TooMuch { scale, excess },
            },
            Fit::TooMuch { scale, excess } => FitOver::TooMuch { scale, excess },
        }
    }

    /// The body in pages at this scale, however many it takes.
    pub(crate) fn at(&self, scale: Scale) -> FitOver {
        match self.pages(self.rooms(&self.surrounds(), scale), self.full(), scale) {
            Ok(bodies) => FitOver::Fits(Pages { bodies, scale }),
            Err(excess) => FitOver::TooMuch { scale, excess },
        }
    }

    /// Pages that are filled one after the other.
    fn full(&self) -> Filling {
        Filling {
            share: 1.0,
            most: self.most,
        }
    }

    /// What stands around the first page, and around any later one.
    fn surrounds(&self) -> [Surround; 2] {
        [1, 2].map(|number| {
            (self.surround)(Folio {
                number,
                of: self.most,
            })
        })
    }

    fn rooms(&self, [first, later]: &[Surround; 2], scale: Scale) -> Rooms {
        Rooms {
            first: self.room(first, scale),
            later: self.room(later, scale),
        }
    }

    /// Draws the pages. The first one is there already.
    pub(crate) fn draw(&self, pages: &Pages, canvas: &mut Canvas<'_>) {
        let of = pages.bodies.len();
        canvas.end_threads();
        for (body, number) in pages.bodies.iter().zip(1..) {
            if number > 1 {
                let Edges {
                    side, top, bottom, ..
                } = self.edges;
                canvas.add_page(self.width + 2.0 * side, self.height + top + bottom);
            }
            let surround = (self.surround)(Folio { number, of });
            let sheet = Frame {
                x: self.edges.left(number),
                y: self.edges.top,
                width: self.width,
                height: self.height,
            };
            let height = |piece: &Option<Piece>| {
                piece
                    .as_ref()
                    .map_or(0.0, |piece| piece.height(sheet.width, pages.scale))
            };
            let (above, below) = (height(&surround.head), height(&surround.foot));
            let mut draw = |piece: &Piece, y, height| {
                let frame = Frame { y, height, ..sheet };
                piece.draw(frame, pages.scale, canvas);
            };
            if let Some(head) = &surround.head {
                draw(head, sheet.y, above);
            }
            let room = sheet.height - above - below;
            let height = match self.fill {
                Fill::Even => room,
                Fill::OneByOne | Fill::Whole => body.height(sheet.width, pages.scale),
            };
            draw(body, sheet.y + above, height);
            let foot = sheet.y + sheet.height - below;
            if let Some(piece) = &surround.foot {
                draw(piece, foot, below);
            }
            let marked = canvas.take_notes();
            let height = notes::height(
                marked.iter().map(|(note, _)| note),
                sheet.width,
                pages.scale,
            );
            let frame = Frame {
                y: foot - height,
                height,
                ..sheet
            };
            notes::draw(&marked, frame, pages.scale, canvas);
        }
    }

    /// The height that is left between head and foot, in points.
    fn room(&self, surround: &Surround, scale: Scale) -> f32 {
        let taken: f32 = [&surround.head, &surround.foot]
            .into_iter()
            .flatten()
            .map(|piece| piece.height(self.width, scale))
            .sum();
        self.height - taken
    }

    /// The pages as even as they are to be, and no more of them.
    fn evened(&self, bodies: Vec<Piece>, rooms: Rooms, scale: Scale) -> Vec<Piece> {
        /// Halvings until the share is known to half a line.
        const PASSES: usize = 7;
        /// So many ways between the most even one and full pages are looked at.
        const TRIES: u8 = 16;
        let most = match self.fill {
            Fill::OneByOne => return bodies,
            Fill::Even => self.most,
            Fill::Whole => bodies.len(),
        };
        let set = |share| self.pages(rooms, Filling { share, most }, scale);
        let mut evenest = bodies;
        let (mut good, mut bad) = (1.0, 0.0);
        for _ in 0..PASSES {
            let share = f32::midpoint(good, bad);
            match set(share) {
                Ok(bodies) => (good, evenest) = (share, bodies),
                Err(_) => bad = share,
            }
        }
        if self.fill == Fill::Even {
            return evenest;
        }
        let shares = (0..=TRIES).map(|at| good + (1.0 - good) * f32::from(at) / f32::from(TRIES));
        let tries: Vec<Vec<Piece>> = shares.filter_map(|share| set(share).ok()).collect();
        self.cleanest(tries, rooms, scale).unwrap_or(evenest)
    }

    /// Of pages that are less and less even, the first in which nothing is torn that needn't be: a list that goes on on another
    /// page repeats its head, and so takes more height in all. But lists are torn before much of a page is left white. `None` if next
    /// to nothing would be left for the last page.
    fn cleanest(
        &self,
        mut tries: Vec<Vec<Piece>>,
        rooms: Rooms,
        scale: Scale,
    ) -> Option<Vec<Piece>> {
        /// What differs by less, in sizes of body text, is white between pieces.
        const WHITE: f32 = 1.5;
        /// The share of a page that is next to nothing.
        const LITTLE: f32 = 0.3;
        /// The share of a page that is to be filled before the next one begins.
        const FILLED: f32 = 2.0 / 3.0;
        let height = |body: &Piece| body.height(self.width, scale);
        let all = |bodies: &[Piece]| bodies.iter().map(height).sum::<f32>();
        // A page is filled, or what comes next can't be torn.
        let is_filled = |(at, pair): (usize, &[Piece])| {
            let [body, next] = pair else { return true };
            let room = if at == 0 { rooms.first } else { rooms.later };
            let height = height(body);
            height >= FILLED * room
                || matches!(
                    Knife::default().split(next, self.width, room - height, scale),
                    Split::Nothing
                )
        };
        let are_filled = |bodies: &Vec<Piece>| bodies.windows(2).enumerate().all(is_filled);
        if tries.iter().any(are_filled) {
            tries.retain(are_filled);
        } else {
            // Full pages leave the least white.
            return tries.pop();
        }
        let least = tries.iter().map(|bodies| all(bodies)).reduce(f32::min)?;
        let whole = least + WHITE * scale.body;
        let clean = tries.into_iter().find(|bodies| all(bodies) <= whole)?;
        let end = clean.last().map_or(0.0, height);
        (end >= LITTLE * rooms.later).then_some(clean)
    }

    /// The body in pages that are filled so far. If they aren't enough, how much is left over, in points.
    fn pages(&self, rooms: Rooms, filling: Filling, scale: Scale) -> Result<Vec<Piece>, f32> {
        let mut knife = Knife::default();
        let mut bodies = Vec::new();
        let mut rest = self.body.clone();
        loop {
            let room = match bodies.len() {
                0 => rooms.first,
                _ => rooms.later,
            };
            match self.page(&mut knife, &rest, (room, filling.share), scale) {
                Split::Whole => {
                    bodies.push(rest);
                    return Ok(bodies);
                }
                Split::Two(first, goes_on) if bodies.len() + 1 < filling.most => {
                    bodies.push(first);
                    rest = goes_on;
                }
                Split::Two(_, goes_on) => return Err(goes_on.height(self.width, scale)),
                Split::Nothing => {
                    let excess = rest.height(self.width, scale) - room;
                    return Err(excess.max(f32::MIN_POSITIVE));
                }
            }
        }
    }

    /// What fits on a page, together with the notes that it brings with it.
    fn page(
        &self,
        knife: &mut Knife,
        rest: &Piece,
        (room, share): (f32, f32),
        scale: Scale,
    ) -> Split {
        /// The less stands on a page, the fewer notes there are; so this many tries are enough, but for what is torn apart.
        const TRIES: usize = 4;
        let mut taken = 0.0;
        let mut split = Split::Nothing;
        for _ in 0..TRIES {
            // What can't be split may be higher than its share of the page.
            split = match knife.split(rest, self.width, room * share - taken, scale) {
                Split::Nothing => knife.force(rest, self.width, room - taken, scale),
                split => split,
            };
            let notes = match &split {
                Split::Whole => rest.notes(),
                Split::Two(first, _) => first.notes(),
                Split::Nothing => return split,
            };
            let needed = notes::height(notes, self.width, scale);
            if needed <= taken {
                return split;
            }
            taken = needed;
        }
        split
    }
}
