//! Operators as bytes: the content stream of a page (ISO 32000-1 §7.8.2).
//!
//! printpdf has the operators, and a way to write them: as part of a whole document of its own, with every operator and every
//! number an object first. Of a page only its stream is needed, so it is written here, and only with what pages of
//! scenes are drawn with.

use lopdf::StringFormat;
use printpdf::{Color, DictItem, LinePoint, Op, PaintMode, Rect, WindingOrder, XObjectTransform};

use super::error::PdfError;
use super::syntax::{integer, name, number, string};

/// The stream of a page.
///
/// # Errors
///
/// When an operator is none that pages are drawn with: nothing is left out unsaid.
pub(super) fn stream(ops: &[Op]) -> Result<Vec<u8>, PdfError> {
    let mut out = Vec::with_capacity(ops.len() * 32);
    for op in ops {
        write(op, &mut out)?;
    }
    // The last line needs no end.
    out.pop();
    Ok(out)
}

fn write(op: &Op, out: &mut Vec<u8>) -> Result<(), PdfError> {
    match op {
        Op::StartTextSection => line(out, &[], "BT"),
        Op::EndTextSection => line(out, &[], "ET"),
        Op::SetFont { font, size } => {
            name(font.get_resource_name().as_bytes(), out);
            out.push(b' ');
            line(out, &[size.0], "Tf");
        }
        Op::SetTextMatrix { matrix } => line(out, &matrix.as_array(), "Tm"),
        Op::SetFillColor { col } => colour(col, ["rg", "k", "g"], out),
        Op::SetOutlineColor { col } => colour(col, ["RG", "K", "G"], out),
        Op::SetOutlineThickness { pt } => line(out, &[pt.0], "w"),
        Op::SetLineJoinStyle { join } => line(out, &[join.id() as f32], "j"),
        Op::SetLineCapStyle { cap } => line(out, &[cap.id() as f32], "J"),
        Op::DrawLine { line: drawn } => {
            path(&drawn.points, out);
            if drawn.is_closed {
                line(out, &[], "h");
            }
            line(out, &[], "S");
        }
        Op::DrawPolygon { polygon } if polygon.mode == PaintMode::Fill => {
            for ring in &polygon.rings {
                path(&ring.points, out);
            }
            line(out, &[], "h");
            line(out, &[], fill(polygon.winding_order));
        }
        Op::DrawRectangle { rectangle } if rectangle.mode == Some(PaintMode::Fill) => {
            let Rect {
                x,
                y,
                width,
                height,
                ..
            } = rectangle;
            line(out, &[x.0, y.0, width.0, height.0], "re");
            let order = rectangle.winding_order.unwrap_or(WindingOrder::NonZero);
            line(out, &[], fill(order));
        }
        Op::UseXobject { id, transform } => {
            line(out, &[], "q");
            line(out, &placed(transform), "cm");
            name(id.0.as_bytes(), out);
            out.push(b' ');
            line(out, &[], "Do");
            line(out, &[], "Q");
        }
        Op::BeginMarkedContent { tag } => {
            name(tag.as_bytes(), out);
            out.push(b' ');
            line(out, &[], "BMC");
        }
        Op::BeginMarkedContentWithProperties { tag, properties } => {
            name(tag.as_bytes(), out);
            out.push(b' ');
            item(properties, out)?;
            out.push(b' ');
            line(out, &[], "BDC");
        }
        Op::EndMarkedContent => line(out, &[], "EMC"),
        Op::Unknown { key, value } => {
            for value in value {
                item(value, out)?;
                out.push(b' ');
            }
            line(out, &[], key);
        }
        other => return Err(strange(other)),
    }
    Ok(())
}

/// Numbers and their operator.
fn line(out: &mut Vec<u8>, numbers: &[f32], operator: &str) {
    for &value in numbers {
        number(value, out);
        out.push(b' ');
    }
    out.extend(operator.as_bytes());
    out.push(b'\n');
}

/// An outline: two points that guide it and the one that it reaches make a curve.
fn path(points: &[LinePoint], out: &mut Vec<u8>) {
    let at = |point: &LinePoint| [point.p.x.0, point.p.y.0];
    let Some((first, mut rest)) = points.split_first() else {
        return;
    };
    line(out, &at(first), "m");
    loop {
        rest = match rest {
            [] => return,
            [one, two, end, further @ ..] if one.bezier && two.bezier => {
                line(out, [one, two, end].map(at).as_flattened(), "c");
                further
            }
            [point, further @ ..] => {
                line(out, &at(point), "l");
                further
            }
        };
    }
}

fn fill(order: WindingOrder) -> &'static str {
    match order {
        WindingOrder::NonZero => "f",
        WindingOrder::EvenOdd => "f*",
    }
}

fn colour(colour: &Color, [rgb, cmyk, grey]: [&str; 3], out: &mut Vec<u8>) {
    match colour {
        Color::Rgb(of) => line(out, &[of.r, of.g, of.b], rgb),
        Color::Cmyk(of) => line(out, &[of.c, of.m, of.y, of.k], cmyk),
        Color::SpotColor(of) => line(out, &[of.c, of.m, of.y, of.k], cmyk),
        Color::Greyscale(of) => line(out, &[of.percent], grey),
    }
}

/// Where a picture stands, and how large: its unit square is stretched, then moved.
fn placed(transform: &XObjectTransform) -> [f32; 6] {
    let moved = |by: Option<printpdf::Pt>| by.map_or(0.0, |by| by.0);
    [
        transform.scale_x.unwrap_or(1.0),
        0.0,
        0.0,
        transform.scale_y.unwrap_or(1.0),
        moved(transform.translate_x),
        moved(transform.translate_y),
    ]
}

fn item(value: &DictItem, out: &mut Vec<u8>) -> Result<(), PdfError> {
    match value {
        DictItem::Int(value) => integer(*value, out),
        DictItem::Real(value) | DictItem::Float(value) => number(*value, out),
        DictItem::Name(value) => name(value, out),
        DictItem::String { data, literal } => {
            let format = if *literal {
                StringFormat::Literal
            } else {
                StringFormat::Hexadecimal
            };
            string(data, format, out);
        }
        DictItem::Array(values) => {
            out.push(b'[');
            for (place, value) in values.iter().enumerate() {
                if place > 0 && !matches!(value, DictItem::String { .. }) {
                    out.push(b' ');
                }
                item(value, out)?;
            }
            out.push(b']');
        }
        DictItem::Dict { map } => {
            out.extend(b"<<");
            for (key, value) in map {
                name(key.as_bytes(), out);
                if !matches!(value, DictItem::String { .. }) {
                    out.push(b' ');
                }
                item(value, out)?;
            }
            out.extend(b">>");
        }
        other => return Err(strange(other)),
    }
    Ok(())
}

fn strange(what: &impl std::fmt::Debug) -> PdfError {
    PdfError::Assembly(format!("pages are not drawn with {what:?}"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use lopdf::content::Content;
    use printpdf::{
        Cmyk, FontId, Line, LineCapStyle, LineJoinStyle, Mm, PdfDocument, PdfFontHandle, PdfPage,
        PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rgb, TextMatrix, XObjectId,
    };

    use super::*;

    /// The same operators as printpdf writes them.
    fn by_printpdf(ops: Vec<Op>) -> Vec<u8> {
        let mut document = PdfDocument::new("");
        document.pages = vec![PdfPage::new(Mm(1.0), Mm(1.0), ops)];
        let options = PdfSaveOptions {
            optimize: false,
            subset_fonts: false,
            secure: false,
            image_optimization: None,
        };
        let drawn = document.to_lopdf_document(&options, &mut Vec::new());
        let page = drawn.page_iter().next().expect("it has a page");
        drawn.get_page_content(page)
    }

    fn points(numbers: &[(f32, f32, bool)]) -> Vec<LinePoint> {
        let point = |&(x, y, bezier): &(f32, f32, bool)| LinePoint {
            p: Point { x: Pt(x), y: Pt(y) },
            bezier,
        };
        numbers.iter().map(point).collect()
    }

    /// One of every operator that pages are drawn with.
    fn all() -> Vec<Op> {
        [shapes(), words()].concat()
    }

    fn shapes() -> Vec<Op> {
        let curve = points(&[
            (0.0, 0.0, false),
            (1.5, 2.25, true),
            (3.0, 4.0, true),
            (5.0, 6.01, false),
            (7.0, 8.0, false),
        ]);
        let polygon = |winding_order| Op::DrawPolygon {
            polygon: Polygon {
                rings: vec![
                    PolygonRing {
                        points: curve.clone(),
                    },
                    PolygonRing {
                        points: points(&[(1.0, 1.0, false), (2.0, 2.0, false)]),
                    },
                ],
                mode: PaintMode::Fill,
                winding_order,
            },
        };
        let rgb = |r, g, b| {
            Color::Rgb(Rgb {
                r,
                g,
                b,
                icc_profile: None,
            })
        };
        let line = |is_closed| Op::DrawLine {
            line: Line {
                points: curve.clone(),
                is_closed,
            },
        };
        vec![
            Op::BeginMarkedContent {
                tag: "Artifact".to_owned(),
            },
            Op::SetFillColor {
                col: rgb(0.1, 0.22, 1.0),
            },
            Op::SetOutlineColor {
                col: Color::Cmyk(Cmyk {
                    c: 0.9,
                    m: 0.45,
                    y: 0.5,
                    k: 0.4,
                    icc_profile: None,
                }),
            },
            polygon(WindingOrder::NonZero),
            polygon(WindingOrder::EvenOdd),
            Op::SetOutlineThickness { pt: Pt(0.75) },
            Op::SetLineCapStyle {
                cap: LineCapStyle::Round,
            },
            Op::SetLineJoinStyle {
                join: LineJoinStyle::Round,
            },
            line(true),
            line(false),
            Op::DrawRectangle {
                rectangle: Rect {
                    x: Pt(-1.0),
                    y: Pt(2.5),
                    width: Pt(595.28),
                    height: Pt(841.89),
                    mode: Some(PaintMode::Fill),
                    winding_order: None,
                },
            },
            Op::UseXobject {
                id: XObjectId("P0".to_owned()),
                transform: XObjectTransform {
                    translate_x: Some(Pt(10.0)),
                    translate_y: Some(Pt(20.5)),
                    scale_x: Some(100.25),
                    scale_y: Some(50.0),
                    no_auto_scale: true,
                    ..Default::default()
                },
            },
            Op::EndMarkedContent,
        ]
    }

    fn words() -> Vec<Op> {
        let string = |data: &[u8], literal| DictItem::String {
            data: data.to_vec(),
            literal,
        };
        vec![
            Op::BeginMarkedContentWithProperties {
                tag: "P".to_owned(),
                properties: DictItem::Dict {
                    map: BTreeMap::from([
                        ("ActualText".to_owned(), string(b"\xFE\xFF\x00a", false)),
                        ("MCID".to_owned(), DictItem::Int(12)),
                    ]),
                },
            },
            Op::StartTextSection,
            Op::SetFont {
                font: PdfFontHandle::External(FontId("T0".to_owned())),
                size: Pt(12.345),
            },
            Op::SetTextMatrix {
                matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, 36.5, 700.123]),
            },
            Op::Unknown {
                key: "TJ".to_owned(),
                value: vec![DictItem::Array(vec![
                    string(b"\x00(\x01)\x00\\\x00\r\x00\n", true),
                    DictItem::Int(-25),
                    string(b"\x00)", true),
                ])],
            },
            Op::EndTextSection,
            Op::Unknown {
                key: "cs".to_owned(),
                value: vec![DictItem::Name(b"S0".to_vec())],
            },
            Op::Unknown {
                key: "scn".to_owned(),
                value: vec![DictItem::Real(0.5)],
            },
            Op::EndMarkedContent,
        ]
    }

    #[test]
    fn operators_say_what_printpdf_says() {
        let read = |bytes: &[u8]| -> Vec<(String, String)> {
            let operations = Content::decode(bytes).expect("it can be read").operations;
            let say = |operation: lopdf::content::Operation| {
                (operation.operator, format!("{:?}", operation.operands))
            };
            operations.into_iter().map(say).collect()
        };
        let written = stream(&all()).expect("they can be written");
        assert!(all().len() <= read(&written).len());
        assert_eq!(read(&written), read(&by_printpdf(all())));
    }

    #[test]
    fn what_pages_are_not_drawn_with_is_refused() {
        assert!(stream(&[Op::SaveGraphicsState]).is_err());
        let rectangle = Rect {
            x: Pt(0.0),
            y: Pt(0.0),
            width: Pt(1.0),
            height: Pt(1.0),
            mode: Some(PaintMode::Stroke),
            winding_order: None,
        };
        assert!(stream(&[Op::DrawRectangle { rectangle }]).is_err());
    }
}
