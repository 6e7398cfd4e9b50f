//! Drawings: from SVG to outlines in plain colours.

use std::thread;

use usvg::tiny_skia_path::{Path, PathSegment, Transform};
use usvg::{BlendMode, FillRule, Group, LineCap, LineJoin, Node, Options, Paint, PaintOrder, Tree};

use super::error::PictureError;
use super::lettering::{Asked, Lettering, NONE_NAMED};
use super::{fitted, svg};
use crate::print::scene::{Colour, Frame, Segment, Shape, Stroke};

/// The most pieces of outline that all shapes together may have.
const MOST_SEGMENTS: usize = 50_000;
/// Room for walking a tree that is as deep as it can be (see [`svg::MOST_NODES`]), in bytes.
const STACK: usize = 64 * 1024 * 1024;

/// A drawing that has been read.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    width: f32,
    height: f32,
    strokes: Vec<Mark>,
}

/// One shape in the drawing's own measure, filled or stroked, not both.
#[derive(Debug, Clone, PartialEq)]
struct Mark {
    path: Vec<Segment>,
    ink: Ink,
    even_odd: bool,
    /// The width of the line; `None` for what is filled.
    line: Option<f32>,
}

/// What a shape is painted with.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Ink {
    /// `None` stands for `currentColor`.
    colour: Option<Colour>,
    /// From 0, invisible, to 1.
    opacity: f32,
}

impl Drawing {
    /// Reads an SVG file.
    ///
    /// # Errors
    ///
    /// When the file is broken, too large, or holds what can't be drawn as outlines in plain colours.
    pub fn read(bytes: &[u8], lettering: Option<&Lettering>) -> Result<Self, PictureError> {
        if bytes.len() > svg::MOST_BYTES {
            return Err(PictureError::TooLarge {
                what: format!("{} KB", bytes.len() / 1024),
                limit: format!("{} KB", svg::MOST_BYTES / 1024),
            });
        }
        // The parsers go down the tree by recursion. Depth is bounded, but the stack of a worker thread is too small
        // for the bound. A thread of its own also turns a panic within a parser into an error.
        thread::scope(|scope| {
            thread::Builder::new()
                .stack_size(STACK)
                .spawn_scoped(scope, || read(bytes, lettering))
                .map_err(|error| PictureError::Broken(error.to_string()))?
                .join()
                .unwrap_or_else(|_| Err(PictureError::Broken("it can't be understood".to_owned())))
        })
    }

    /// Its width divided by its height.
    pub fn ratio(&self) -> f32 {
        self.width / self.height
    }

    /// Puts it into a box, as large as fits without distortion, in the middle. `ink` takes the place of
    /// `currentColor`. What is half transparent is mixed with the white of the paper.
    pub fn place(&self, frame: Frame, ink: Colour) -> Vec<Shape> {
        let frame = fitted(frame, self.ratio());
        let scale = frame.width / self.width;
        let at = |x: f32, y: f32| (frame.x + x * scale, frame.y + y * scale);
        self.strokes
            .iter()
            .map(|mark| {
                let path = mark.path.iter().map(|segment| match *segment {
                    Segment::Move(x, y) => {
                        let (x, y) = at(x, y);
                        Segment::Move(x, y)
                    }
                    Segment::Line(x, y) => {
                        let (x, y) = at(x, y);
                        Segment::Line(x, y)
                    }
                    Segment::Curve(x1, y1, x2, y2, x, y) => {
                        let ((x1, y1), (x2, y2), (x, y)) = (at(x1, y1), at(x2, y2), at(x, y));
                        Segment::Curve(x1, y1, x2, y2, x, y)
                    }
                    Segment::Close => Segment::Close,
                });
                let colour = on_paper(mark.ink.colour.unwrap_or(ink), mark.ink.opacity);
                Shape {
                    path: path.collect(),
                    fill: mark.line.is_none().then_some(colour),
                    even_odd: mark.even_odd,
                    stroke: mark.line.map(|width| Stroke {
                        colour,
                        width: width * scale,
                        round: true,
                    }),
                }
            })
            .collect()
    }
}

fn read(bytes: &[u8], lettering: Option<&Lettering>) -> Result<Drawing, PictureError> {
    let document = svg::open(bytes)?;
    svg::check(&document, lettering.is_some())?;
    let drawing = with_current_colour(&document, "#000000", lettering)?;
    if drawing.strokes.is_empty() {
        return Err(PictureError::Empty);
    }
    let names_current = bytes
        .windows(12)
        .any(|word| word.eq_ignore_ascii_case(b"currentcolor"));
    if !names_current {
        return Ok(drawing);
    }
    // The parser puts a colour in the place of `currentColor`. What changes when that colour does, was it.
    let mut drawing = drawing;
    let other = with_current_colour(&document, "#ffffff", lettering)?;
    for (mark, other) in drawing.strokes.iter_mut().zip(&other.strokes) {
        if mark.ink.colour != other.ink.colour {
            mark.ink.colour = None;
        }
    }
    Ok(drawing)
}

fn with_current_colour(
    document: &usvg::roxmltree::Document<'_>,
    colour: &str,
    lettering: Option<&Lettering>,
) -> Result<Drawing, PictureError> {
    let asked = Asked::default();
    let none = Lettering::default();
    let lettering = lettering.unwrap_or(&none);
    let options = Options {
        font_family: NONE_NAMED.to_owned(),
        fontdb: lettering.database(),
        font_resolver: asked.resolver(),
        style_sheet: Some(format!("svg {{ color: {colour} }}")),
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_xmltree(document, &options).map_err(|error| match error {
        usvg::Error::InvalidSize => PictureError::NoSize,
        // The parser takes a million elements, counting each repetition, and a thousand in one another.
        usvg::Error::ElementsLimitReached
        | usvg::Error::ParsingFailed(usvg::roxmltree::Error::NodesLimitReached) => {
            PictureError::TooLarge {
                what: "its groups are too deep, or repeated too often".to_owned(),
                limit: "a thousand levels".to_owned(),
            }
        }
        error => PictureError::Broken(error.to_string()),
    })?;
    drop(options);
    if let Some(error) = asked.in_vain() {
        return Err(error);
    }
    let size = tree.size();
    let mut walk = Walk::default();
    walk.group(tree.root(), 1.0)?;
    Ok(Drawing {
        width: size.width(),
        height: size.height(),
        strokes: walk.marks,
    })
}

#[derive(Default)]
struct Walk {
    marks: Vec<Mark>,
    segments: usize,
}

impl Walk {
    fn group(&mut self, group: &Group, opacity: f32) -> Result<(), PictureError> {
        if !group.filters().is_empty() || group.blend_mode() != BlendMode::Normal {
            return Err(PictureError::Effect);
        }
        if group.mask().is_some() || group.clip_path().is_some_and(|clip| cuts(group, clip)) {
            return Err(PictureError::Clip);
        }
        let opacity = opacity * group.opacity().get();
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group, opacity)?,
                Node::Path(path) if path.is_visible() => self.path(path, opacity)?,
                Node::Path(_) => {}
                Node::Image(_) => return Err(PictureError::Image),
                Node::Text(text) => self.group(text.flattened(), opacity)?,
            }
        }
        Ok(())
    }

    fn path(&mut self, path: &usvg::Path, opacity: f32) -> Result<(), PictureError> {
        match path.paint_order() {
            PaintOrder::FillAndStroke => {
                self.fill(path, opacity)?;
                self.stroke(path, opacity)
            }
            PaintOrder::StrokeAndFill => {
                self.stroke(path, opacity)?;
                self.fill(path, opacity)
            }
        }
    }

    fn fill(&mut self, path: &usvg::Path, opacity: f32) -> Result<(), PictureError> {
        let Some(fill) = path.fill() else {
            return Ok(());
        };
        let ink = Ink {
            colour: Some(plain(fill.paint())?),
            opacity: opacity * fill.opacity().get(),
        };
        let even_odd = fill.rule() == FillRule::EvenOdd;
        self.mark(path.data(), path.abs_transform(), ink, even_odd, None)
    }

    fn stroke(&mut self, path: &usvg::Path, opacity: f32) -> Result<(), PictureError> {
        let Some(stroke) = path.stroke() else {
            return Ok(());
        };
        let ink = Ink {
            colour: Some(plain(stroke.paint())?),
            opacity: opacity * stroke.opacity().get(),
        };
        let transform = path.abs_transform();
        let (across, up) = transform.get_scale();
        let even = !transform.has_skew() && (across - up).abs() <= across.abs() * 0.001;
        let round = stroke.linecap() == LineCap::Round && stroke.linejoin() == LineJoin::Round;
        if even && round && stroke.dasharray().is_none() {
            let width = stroke.width().get() * across;
            return self.mark(path.data(), transform, ink, false, Some(width));
        }
        // Any other line (dashes, mitres, stretched) becomes its own outline, which looks the same everywhere.
        let mut pen = stroke.to_tiny_skia();
        let dashed = pen
            .dash
            .take()
            .and_then(|dash| path.data().dash(&dash, across));
        let outline = dashed.as_ref().unwrap_or(path.data()).stroke(&pen, across);
        match outline {
            Some(outline) => self.mark(&outline, transform, ink, false, None),
            None => Ok(()),
        }
    }

    fn mark(
        &mut self,
        path: &Path,
        transform: Transform,
        ink: Ink,
        even_odd: bool,
        line: Option<f32>,
    ) -> Result<(), PictureError> {
        let Some(path) = path.clone().transform(transform) else {
            return Ok(());
        };
        if ink.opacity <= 0.0 {
            return Ok(());
        }
        let path = segments(&path);
        self.segments += path.len();
        if self.segments > MOST_SEGMENTS {
            return Err(PictureError::TooLarge {
                what: "its outlines have too many points".to_owned(),
                limit: MOST_SEGMENTS.to_string(),
            });
        }
        self.marks.push(Mark {
            path,
            ink,
            even_odd,
            line,
        });
        Ok(())
    }
}

fn plain(paint: &Paint) -> Result<Colour, PictureError> {
    match paint {
        Paint::Color(colour) => Ok(Colour::Rgb(colour.red, colour.green, colour.blue)),
        Paint::LinearGradient(_) | Paint::RadialGradient(_) => Err(PictureError::Gradient),
        Paint::Pattern(_) => Err(PictureError::Pattern),
    }
}

/// Whether a clipping path takes anything away. Drawing programs put one around the whole page that doesn't.
fn cuts(group: &Group, clip: &usvg::ClipPath) -> bool {
    let [Node::Path(path)] = clip.root().children() else {
        return true;
    };
    let transform = clip.transform().pre_concat(path.abs_transform());
    let Some(outline) = path.data().clone().transform(transform) else {
        return true;
    };
    let frame = outline.bounds();
    let is_rectangle = clip.clip_path().is_none()
        && outline.segments().all(|segment| match segment {
            PathSegment::MoveTo(point) | PathSegment::LineTo(point) => {
                let on = |value: f32, one: f32, other: f32| {
                    (value - one).abs() < 0.001 || (value - other).abs() < 0.001
                };
                on(point.x, frame.left(), frame.right()) && on(point.y, frame.top(), frame.bottom())
            }
            PathSegment::Close => true,
            PathSegment::QuadTo(..) | PathSegment::CubicTo(..) => false,
        });
    // A hair's breadth over the edge is not seen.
    let margin = frame.width().max(frame.height()) * 0.002;
    let inside = group.stroke_bounding_box();
    !is_rectangle
        || inside.left() < frame.left() - margin
        || inside.top() < frame.top() - margin
        || inside.right() > frame.right() + margin
        || inside.bottom() > frame.bottom() + margin
}

fn segments(path: &Path) -> Vec<Segment> {
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
            // A curve with one handle is one with two, each two thirds of the way to it.
            PathSegment::QuadTo(handle, to) => {
                let toward = |from: f32, handle: f32| from + (handle - from) * 2.0 / 3.0;
                let curve = Segment::Curve(
                    toward(pen.0, handle.x),
                    toward(pen.1, handle.y),
                    toward(to.x, handle.x),
                    toward(to.y, handle.y),
                    to.x,
                    to.y,
                );
                pen = (to.x, to.y);
                curve
            }
            PathSegment::CubicTo(one, two, to) => {
                pen = (to.x, to.y);
                Segment::Curve(one.x, one.y, two.x, two.y, to.x, to.y)
            }
            PathSegment::Close => Segment::Close,
        })
        .collect()
}

/// A colour laid thinly over white paper.
fn on_paper(colour: Colour, opacity: f32) -> Colour {
    let mix = |value: u8| {
        let mixed = 255.0 - (255.0 - f32::from(value)) * opacity.clamp(0.0, 1.0);
        mixed.round() as u8
    };
    match colour {
        Colour::Rgb(r, g, b) => Colour::Rgb(mix(r), mix(g), mix(b)),
        Colour::Ink(ink) => Colour::Ink(ink.tint(opacity)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Frame = Frame {
        x: 100.0,
        y: 200.0,
        width: 50.0,
        height: 50.0,
    };
    const INK: Colour = Colour::Rgb(0, 80, 120);

    fn svg(inner: &str) -> Result<Drawing, PictureError> {
        Drawing::read(
            format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 20 10">{inner}</svg>"#
            )
            .as_bytes(),
            None,
        )
    }

    #[test]
    fn a_rectangle_lands_in_the_middle_of_its_box() {
        let drawing = svg(r##"<rect width="20" height="10" fill="#c00"/>"##).unwrap();
        assert!((drawing.ratio() - 2.0).abs() < f32::EPSILON);
        let shapes = drawing.place(BOX, INK);
        assert_eq!(shapes[0].fill, Some(Colour::Rgb(0xCC, 0, 0)));
        assert_eq!(shapes[0].path[0], Segment::Move(100.0, 212.5));
        assert_eq!(shapes[0].path[2], Segment::Line(150.0, 237.5));
    }

    #[test]
    fn the_current_colour_takes_the_ink_and_others_do_not() {
        let drawing = svg(
            r#"<rect width="5" height="5" fill="currentColor"/><rect width="5" height="5"/><path d="M0 0L9 9" fill="none" stroke="currentColor" stroke-opacity="0.5" stroke-linecap="round" stroke-linejoin="round"/>"#,
        )
        .unwrap();
        let shapes = drawing.place(BOX, INK);
        assert_eq!(shapes[0].fill, Some(INK));
        assert_eq!(shapes[1].fill, Some(Colour::Rgb(0, 0, 0)));
        let line = shapes[2].stroke.unwrap();
        assert_eq!(line.colour, Colour::Rgb(128, 168, 188));
        assert!((line.width - 2.5).abs() < 0.001);
    }

    #[test]
    fn a_line_with_square_ends_becomes_its_outline() {
        let drawing = svg(r#"<path d="M2 5H18" stroke="black" stroke-width="2"/>"#).unwrap();
        let shapes = drawing.place(BOX, INK);
        assert!(shapes[0].stroke.is_none());
        assert!(shapes[0].fill.is_some());
    }

    #[test]
    fn groups_fade_what_is_in_them() {
        let drawing = svg(r#"<g opacity="0.5"><rect width="9" height="9"/></g>"#).unwrap();
        assert_eq!(
            drawing.place(BOX, INK)[0].fill,
            Some(Colour::Rgb(128, 128, 128))
        );
    }

    #[test]
    fn what_cannot_be_printed_is_refused_with_its_reason() {
        let gradient = r#"<linearGradient id="g"><stop/><stop offset="1" stop-color="red"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>"#;
        let cut = r#"<clipPath id="c"><circle r="4"/></clipPath><g clip-path="url(#c)"><rect width="9" height="9"/></g>"#;
        for (inner, reason) in [
            ("<text>Eastvale</text>", PictureError::Text),
            (r#"<image href="a.png"/>"#, PictureError::Image),
            ("<script>alert(1)</script>", PictureError::Script),
            (r#"<g onclick="x()"/>"#, PictureError::Script),
            (gradient, PictureError::Gradient),
            (cut, PictureError::Clip),
            (
                r#"<g style="mix-blend-mode:multiply"><rect width="9" height="9"/></g>"#,
                PictureError::Effect,
            ),
            (
                r#"<use href="other.svg#a"/>"#,
                PictureError::OutsideReference("other.svg#a".to_owned()),
            ),
            (
                "<style>@import 'a.css';</style>",
                PictureError::OutsideReference("@import".to_owned()),
            ),
            (
                r#"<rect fill="url(http://a.example/b)"/>"#,
                PictureError::OutsideReference("http://a.example/b".to_owned()),
            ),
            ("<g/>", PictureError::Empty),
        ] {
            assert_eq!(svg(inner), Err(reason), "{inner}");
        }
        assert_eq!(Drawing::read(b"Word", None), Err(PictureError::UnknownKind));
        assert_eq!(
            Drawing::read(b"<html/>", None),
            Err(PictureError::UnknownKind)
        );
        assert!(matches!(
            Drawing::read(b"<svg", None),
            Err(PictureError::Broken(_))
        ));
    }

    #[test]
    fn a_clip_around_the_whole_page_takes_nothing_away() {
        let whole = r#"<clipPath id="c"><rect width="20" height="10"/></clipPath><g clip-path="url(#c)"><rect x="1" y="1" width="9" height="8"/></g>"#;
        assert!(svg(whole).is_ok());
    }

    #[test]
    fn depth_does_not_overflow() {
        let deep = format!("{}{}", "<g>".repeat(4_000), "</g>".repeat(4_000));
        assert!(matches!(svg(&deep), Err(PictureError::TooLarge { .. })));
        let deeper = format!("{}{}", "<g>".repeat(40_000), "</g>".repeat(40_000));
        assert!(matches!(svg(&deeper), Err(PictureError::TooLarge { .. })));
    }
}
