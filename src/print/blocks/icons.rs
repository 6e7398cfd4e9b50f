//! The icons of a theme as outlines.

use std::collections::BTreeMap;
use std::sync::Arc;

use usvg::tiny_skia_path::{PathSegment, Transform};

use crate::print::layout::Art;
use crate::print::scene::{Colour, Drawing, Frame, Segment, Shape};
use crate::theme::Theme;

/// Every icon of a theme, read once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Icons(BTreeMap<String, Arc<Icon>>);

/// Outlines of one colour, in a box of their own.
#[derive(Debug)]
pub(crate) struct Icon {
    width: f32,
    height: f32,
    outlines: Vec<Outline>,
}

#[derive(Debug)]
struct Outline {
    path: Vec<Segment>,
    even_odd: bool,
}

impl Icons {
    /// Reads the icons of a theme.
    pub(crate) fn load(theme: &Theme) -> Self {
        let names: Vec<String> = theme.icons().map(str::to_owned).collect();
        Self(
            names
                .into_iter()
                .filter_map(|name| {
                    let text = theme.icon(&name)?.text()?;
                    Some((name.clone(), Arc::new(Icon::read(text)?)))
                })
                .collect(),
        )
    }

    /// The icon of this name.
    pub(crate) fn get(&self, name: &str) -> Option<Arc<dyn Art>> {
        self.0
            .get(name)
            .map(|icon| Arc::clone(icon) as Arc<dyn Art>)
    }

    /// The names of all icons.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

impl Icon {
    fn read(text: &str) -> Option<Self> {
        let tree = usvg::Tree::from_str(text, &usvg::Options::default()).ok()?;
        let mut outlines = Vec::new();
        collect(tree.root(), &mut outlines);
        Some(Self {
            width: tree.size().width(),
            height: tree.size().height(),
            outlines,
        })
    }
}

fn collect(group: &usvg::Group, outlines: &mut Vec<Outline>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => collect(group, outlines),
            usvg::Node::Path(path) => {
                let Some(fill) = path.fill() else { continue };
                let Some(data) = path.data().clone().transform(path.abs_transform()) else {
                    continue;
                };
                outlines.push(Outline {
                    path: segments(&data),
                    even_odd: fill.rule() == usvg::FillRule::EvenOdd,
                });
            }
            usvg::Node::Image(_) | usvg::Node::Text(_) => {}
        }
    }
}

fn segments(path: &usvg::tiny_skia_path::Path) -> Vec<Segment> {
    let mut pen = (0.0, 0.0);
    path.segments()
        .map(|segment| match segment {
            PathSegment::MoveTo(to) => {
                pen = (to.x, to.y);
                Segment::Move(to.x, to.y)
            }
            PathSegment::LineTo(to) => {
                pen = (to.x, to.y);
                Segment::Line(to.x, to.y)
            }
            PathSegment::QuadTo(handle, to) => {
                let third = |from: f32, to: f32| from + 2.0 / 3.0 * (to - from);
                let curve = Segment::Curve(
                    third(pen.0, handle.x),
                    third(pen.1, handle.y),
                    third(to.x, handle.x),
                    third(to.y, handle.y),
                    to.x,
                    to.y,
                );
                pen = (to.x, to.y);
                curve
            }
            PathSegment::CubicTo(a, b, to) => {
                pen = (to.x, to.y);
                Segment::Curve(a.x, a.y, b.x, b.y, to.x, to.y)
            }
            PathSegment::Close => Segment::Close,
        })
        .collect()
}

impl Art for Icon {
    fn aspect(&self) -> f32 {
        self.width / self.height.max(f32::MIN_POSITIVE)
    }

    fn draw(&self, frame: Frame, ink: Colour) -> Vec<Drawing> {
        let to_frame = Transform::from_row(
            frame.width / self.width,
            0.0,
            0.0,
            frame.height / self.height,
            frame.x,
            frame.y,
        );
        let place = |x: f32, y: f32| (x * to_frame.sx + to_frame.tx, y * to_frame.sy + to_frame.ty);
        self.outlines
            .iter()
            .map(|outline| {
                let path = outline
                    .path
                    .iter()
                    .map(|segment| match *segment {
                        Segment::Move(x, y) => {
                            let (x, y) = place(x, y);
                            Segment::Move(x, y)
                        }
                        Segment::Line(x, y) => {
                            let (x, y) = place(x, y);
                            Segment::Line(x, y)
                        }
                        Segment::Curve(ax, ay, bx, by, x, y) => {
                            let ((ax, ay), (bx, by), (x, y)) =
                                (place(ax, ay), place(bx, by), place(x, y));
                            Segment::Curve(ax, ay, bx, by, x, y)
                        }
                        Segment::Close => Segment::Close,
                    })
                    .collect();
                Drawing::Shape(Shape {
                    path,
                    fill: Some(ink),
                    even_odd: outline.even_odd,
                    stroke: None,
                })
            })
            .collect()
    }
}
