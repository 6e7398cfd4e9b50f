//! The largest type at which a sheet fits.

use super::{Piece, Scale};

/// Within what limits a sheet may be set.
#[derive(Debug, Clone)]
pub(crate) struct Limits {
    /// The largest body type in points.
    pub(crate) max: f32,
    /// The smallest body type in points.
    pub(crate) floor: f32,
    /// From this size in points body text is good to read from a distance: titles aren't made smaller to gain more.
    pub(crate) comfort: f32,
    /// What to try, one after the other, from as designed to as tight as may be.
    pub(crate) squeezes: Vec<Squeeze>,
    /// The most air that a sheet with room to spare takes.
    pub(crate) most_air: f32,
}

/// A step of making things tighter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Squeeze {
    /// What white space is multiplied with.
    pub(crate) air: f32,
    /// What titles are multiplied with.
    pub(crate) titles: f32,
    /// Up to which rank what can be spared is left out.
    pub(crate) left_out: u8,
}

impl Squeeze {
    /// As designed.
    const NONE: Squeeze = Squeeze {
        air: 1.0,
        titles: 1.0,
        left_out: 0,
    };

    /// A step tighter than this one, for smaller paper than a layout was written for.
    pub(crate) fn once_more(self) -> Self {
        Self {
            air: self.air * 0.85,
            titles: self.titles * 0.9,
            left_out: self.left_out.max(2),
        }
    }

    fn scale(self, body: f32) -> Scale {
        Scale {
            body,
            air: self.air,
            display: self.titles,
            left_out: self.left_out,
        }
    }
}

impl Limits {
    /// The same limits without leaving anything out.
    pub(crate) fn keeping_everything(&self) -> Limits {
        let squeezes = self.squeezes.iter().map(|step| Squeeze {
            left_out: 0,
            ..*step
        });
        Limits {
            squeezes: squeezes.collect(),
            ..self.clone()
        }
    }
}

/// How a sheet fits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Fit {
    /// At this scale.
    Fits(Scale),
    /// Not even at this smallest scale: it is too high by so many points.
    TooMuch {
        /// The smallest scale.
        scale: Scale,
        /// By how much it is too high, in points.
        excess: f32,
    },
}

/// Sizes of type are multiples of this, in points.
const STEP: f32 = 0.25;

/// Finds the largest scale at which `piece` is no higher than `height`.
///
/// The body is as large as can be. If it stays below comfort, white space and titles give way, step by step. If there is
/// room to spare at the largest body, white space takes it.
pub(crate) fn fit(piece: &Piece, width: f32, height: f32, limits: &Limits) -> Fit {
    search(limits, |scale| piece.height(width, scale) - height)
}

/// Finds the largest scale at which nothing is left over, of which `excess` says how much it is, in points.
pub(super) fn search(limits: &Limits, excess: impl Fn(Scale) -> f32) -> Fit {
    let fits = |scale| excess(scale) <= 0.0;
    let mut best: Option<Scale> = None;
    for squeeze in &limits.squeezes {
        let Some(body) = largest(limits, |body| fits(squeeze.scale(body))) else {
            continue;
        };
        // What is squeezed further must gain something.
        if best.is_none_or(|best| body > best.body) {
            best = Some(squeeze.scale(body));
        }
        if body >= limits.comfort {
            break;
        }
    }
    let Some(best) = best else {
        let tightest = limits.squeezes.last().copied().unwrap_or(Squeeze::NONE);
        let scale = tightest.scale(limits.floor);
        return Fit::TooMuch {
            scale,
            excess: excess(scale),
        };
    };
    Fit::Fits(with_air(best, limits, fits))
}

/// The largest body size for which `fits` holds, if it holds for the floor.
fn largest(limits: &Limits, fits: impl Fn(f32) -> bool) -> Option<f32> {
    if !fits(limits.floor) {
        return None;
    }
    if fits(limits.max) {
        return Some(limits.max);
    }
    let size = |steps: u32| limits.floor + steps as f32 * STEP;
    let (mut good, mut bad) = (0, ((limits.max - limits.floor) / STEP).ceil() as u32);
    while bad - good > 1 {
        let middle = u32::midpoint(good, bad);
        if fits(size(middle)) {
            good = middle;
        } else {
            bad = middle;
        }
    }
    Some(size(good))
}

/// The same scale with as much air as fits.
fn with_air(scale: Scale, limits: &Limits, fits: impl Fn(Scale) -> bool) -> Scale {
    const PASSES: usize = 5;
    let with = |air| Scale { air, ..scale };
    if fits(with(limits.most_air)) {
        return with(limits.most_air);
    }
    let (mut good, mut bad) = (scale.air, limits.most_air);
    for _ in 0..PASSES {
        let middle = f32::midpoint(good, bad);
        if fits(with(middle)) {
            good = middle;
        } else {
            bad = middle;
        }
    }
    with(good)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Length;
    use super::*;

    fn limits() -> Limits {
        Limits {
            max: 17.0,
            floor: 12.0,
            comfort: 13.0,
            squeezes: vec![
                Squeeze::NONE,
                Squeeze {
                    air: 0.8,
                    titles: 0.7,
                    left_out: 1,
                },
            ],
            most_air: 1.5,
        }
    }

    /// A piece that is so many sizes of body text high, whatever its width.
    fn piece(ems: f32) -> Piece {
        Piece::Space(Length::ems(ems))
    }

    #[test]
    fn what_has_room_to_spare_grows() {
        let Fit::Fits(scale) = fit(&piece(10.0), 100.0, 500.0, &limits()) else {
            panic!("it fits");
        };
        assert_eq!((scale.body, scale.air), (17.0, 1.5));
    }

    #[test]
    fn titles_stay_large_once_the_body_is_comfortable() {
        // 500 pt hold 37 ems of 13.5 pt.
        let Fit::Fits(scale) = fit(&piece(37.0), 100.0, 500.0, &limits()) else {
            panic!("it fits");
        };
        assert_eq!((scale.body, scale.display), (13.5, 1.0));
    }

    proptest! {
        #[test]
        fn it_is_too_much_exactly_if_the_floor_does_not_fit(ems in 1.0f32..100.0, height in 50.0f32..1000.0) {
            let piece = piece(ems);
            let limits = limits();
            let least = piece.height(100.0, limits.squeezes[1].scale(limits.floor));
            match fit(&piece, 100.0, height, &limits) {
                Fit::Fits(scale) => {
                    prop_assert!(least <= height);
                    prop_assert!(piece.height(100.0, scale) <= height);
                    prop_assert!(scale.body >= limits.floor && scale.body <= limits.max);
                }
                Fit::TooMuch { excess, .. } => {
                    prop_assert!(least > height);
                    prop_assert!((excess - (least - height)).abs() < 1e-3);
                }
            }
        }
    }
}
