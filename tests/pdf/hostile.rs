//! Whatever comes in, nothing panics.

use noticeboard::print::pdf;
use noticeboard::print::picture::Picture;
use noticeboard::print::scene::{Colour, Drawing, Segment};
use proptest::prelude::*;

use crate::scenes;
use crate::setting::frame;

/// Numbers that break arithmetic, among harmless ones.
fn number() -> impl Strategy<Value = f32> {
    prop_oneof![
        any::<f32>(),
        -1000.0_f32..1000.0,
        Just(f32::NAN),
        Just(f32::MAX),
        Just(0.0),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_scene_of_nonsense_is_written_or_refused(
        glyph in any::<u16>(),
        start in 0_usize..60,
        end in 0_usize..60,
        at in number(),
        size in number(),
        wide in number(),
        segment in 0..4,
    ) {
        let mut sheet = scenes::everything();
        for item in sheet.scene.pages.iter_mut().flat_map(|page| &mut page.items) {
            match &mut item.drawing {
                Drawing::Glyphs(run) => {
                    run.size = size;
                    run.glyphs[0].x = at;
                    run.glyphs[0].id = glyph;
                    run.glyphs[0].text = start..end;
                }
                Drawing::Shape(shape) => shape.path.insert(0, match segment {
                    0 => Segment::Move(at, wide),
                    1 => Segment::Line(at, wide),
                    2 => Segment::Curve(at, wide, size, at, wide, size),
                    _ => Segment::Close,
                }),
                Drawing::Raster(raster) => raster.frame.width = wide,
                Drawing::Halftone(halftone) => halftone.frame.width = wide,
            }
        }
        let _ = pdf::write(&sheet.scene);
    }

    #[test]
    fn a_damaged_picture_is_read_or_refused(
        which in 0_usize..4,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = match which {
            0 => include_bytes!("../pictures/turned.jpg").to_vec(),
            1 => include_bytes!("../pictures/cmyk.jpg").to_vec(),
            2 => include_bytes!("../pictures/palette.png").to_vec(),
            _ => scenes::LOGO.as_bytes().to_vec(),
        };
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Ok(picture) = Picture::read(&bytes) {
            let place = frame(10.0, 10.0, 100.0, 50.0);
            let drawn = picture.place(place, Colour::Rgb(0, 0, 0));
            prop_assert!(!drawn.is_empty());
        }
    }
}
