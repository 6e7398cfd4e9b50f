//! Pieces over several pages.
//!
//! A [`Flow`] is a body that goes on from page to page, and what stands at the head and the foot of each. [`Flow::fit`] finds
//! the largest type at which the body takes no more pages than it may, by the same search as for one sheet; [`Flow::draw`]
//! draws the pages. Posters on two sheets, large print and the handbook are all set by it.

use super::fit::{Fit, Limits, search};
use super::split::{Knife, Split};
use super::{Canvas, Piece, Scale};
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
    /// The width of a page, in points.
    pub(crate) width: f32,
    /// Its height, in points.
    pub(crate) height: f32,
    /// It takes no more pages than these.
    pub(crate) most: usize,
    /// How full pages are.
    pub(crate) fill: Fill,
}

/// How full pages are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fill {
    /// All alike, and what can grow takes the rest: sheets that hang side by side.
    Even,
    /// One after the other: pages to be turned.
    #[cfg_attr(not(test), expect(dead_code, reason = "long documents are set by it"))]
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
        let [first, later] = [1, 2].map(|number| {
            (self.surround)(Folio {
                number,
                of: self.most,
            })
        });
        let rooms = |scale| Rooms {
            first: self.room(&first, scale),
            later: self.room(&later, scale),
        };
        let full = Filling {
            share: 1.0,
            most: self.most,
        };
        let pages = |scale| self.pages(rooms(scale), full, scale);
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

    /// Draws the pages. The first one is there already.
    pub(crate) fn draw(&self, pages: &Pages, canvas: &mut Canvas<'_>) {
        let of = pages.bodies.len();
        for (body, number) in pages.bodies.iter().zip(1..) {
            if number > 1 {
                canvas.add_page(self.width, self.height);
            }
            let surround = (self.surround)(Folio { number, of });
            let sheet = canvas.sheet();
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
                draw(head, 0.0, above);
            }
            let room = sheet.height - above - below;
            let height = match self.fill {
                Fill::Even => room,
                Fill::OneByOne | Fill::Whole => body.height(sheet.width, pages.scale),
            };
            draw(body, above, height);
            if let Some(foot) = &surround.foot {
                draw(foot, sheet.height - below, below);
            }
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
    /// page repeats its head, and so takes more height in all. `None` if next to nothing would be left for the last page.
    fn cleanest(&self, tries: Vec<Vec<Piece>>, rooms: Rooms, scale: Scale) -> Option<Vec<Piece>> {
        /// What differs by less, in sizes of body text, is white between pieces.
        const WHITE: f32 = 1.5;
        /// The share of a page that is next to nothing.
        const LITTLE: f32 = 0.3;
        let height = |body: &Piece| body.height(self.width, scale);
        let all = |bodies: &[Piece]| bodies.iter().map(height).sum::<f32>();
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
            // What can't be split may be higher than its share of the page.
            let split = match knife.split(&rest, self.width, room * filling.share, scale) {
                Split::Nothing => knife.force(&rest, self.width, room, scale),
                split => split,
            };
            match split {
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
}
