//! Logos of every kind, by the real command: each is printed as it is, or refused with what its owner can do.

mod support;

use std::fs;
use std::path::Path;

use lopdf::{Document, Object};
use png::{BitDepth, ColorType};
use support::{Folder, Outcome};

const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="20" height="20" fill="#a11"/><text x="24" y="15" font-family="'Source Sans 3'" font-size="12">Ash</text></svg>"##;

/// Builds the posters of an edition with this logo.
fn build(name: &str, logo: &[u8]) -> (Folder, Outcome) {
    let folder = Folder::with_pack();
    let edition = folder.read("content/editions/ash/edition.yml");
    let edition = edition.replace(
        "branding: {",
        &format!("branding: {{logo: {{file: {name}, alt: The ash tree of Ash Board}}, "),
    );
    folder.write("content/editions/ash/edition.yml", &edition);
    fs::write(folder.path().join("content/editions/ash").join(name), logo)
        .expect("a logo for a test");
    let outcome = folder.run(&["build", "--edition", "ash", "--only", "posters"]);
    (folder, outcome)
}

/// The pictures of pixels in a PDF: width, height, and whether they let through what is behind them. What is only the opacity
/// of another is not counted.
fn pictures(pdf: &[u8]) -> Vec<(i64, i64, bool)> {
    let document = Document::load_mem(pdf).expect("a PDF");
    let streams = document.objects.values().filter_map(|object| match object {
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    });
    streams
        .filter(|dict| dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image"))
        .filter(|dict| {
            dict.get(b"ColorSpace").and_then(Object::as_name).ok() != Some(b"DeviceGray")
        })
        .map(|dict| {
            let side = |key: &[u8]| dict.get(key).and_then(Object::as_i64).expect("a side");
            (side(b"Width"), side(b"Height"), dict.has(b"SMask"))
        })
        .collect()
}

/// The pixels of the pictures in a PDF, as they are drawn.
fn pixels(pdf: &[u8]) -> Vec<Vec<u8>> {
    let document = Document::load_mem(pdf).expect("a PDF");
    let streams = document.objects.values().filter_map(|object| match object {
        Object::Stream(stream) => Some(stream),
        _ => None,
    });
    streams
        .filter(|stream| {
            stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image")
        })
        .map(|stream| stream.decompressed_content().expect("it can be unpacked"))
        .collect()
}

#[test]
fn an_interlaced_picture_is_printed_as_the_same_one_in_rows() {
    /// Where the head of a PNG says whether it is interlaced (PNG, 11.2.1).
    const INTERLACE: usize = 28;
    let [interlaced, in_rows] = ["interlaced.png", "in-rows.png"].map(|name| {
        let logo = picture(name);
        let (folder, outcome) = build("logo.png", &logo);
        assert_eq!(outcome.code, Some(0), "{}", outcome.err);
        let files = folder.files("output/ash/posters");
        (logo, pixels(&files["email.pdf"]))
    });
    assert_eq!((interlaced.0[INTERLACE], in_rows.0[INTERLACE]), (1, 0));
    assert_eq!(interlaced.1.len(), 1);
    assert!(
        interlaced.1[0]
            .iter()
            .any(|part| *part != interlaced.1[0][0])
    );
    assert!(interlaced.1 == in_rows.1, "other pixels");
}

/// A PNG of one colour; `samples` are those of one pixel, or of one byte of pixels.
fn png(kind: ColorType, depth: BitDepth, side: u32, samples: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, side, side);
    encoder.set_color(kind);
    encoder.set_depth(depth);
    if kind == ColorType::Indexed {
        encoder.set_palette(vec![200, 30, 30, 30, 30, 200]);
    }
    let row = samples.repeat(encoder_row(kind, depth, side) / samples.len());
    let mut writer = encoder.write_header().expect("a head");
    writer
        .write_image_data(&row.repeat(side as usize))
        .expect("a picture");
    writer.finish().expect("an end");
    bytes
}

/// The bytes in a row of pixels.
fn encoder_row(kind: ColorType, depth: BitDepth, side: u32) -> usize {
    (side as usize * kind.samples() * depth as usize).div_ceil(8)
}

fn picture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/pictures")
        .join(name);
    fs::read(path).expect("a picture of the tests")
}

#[test]
fn a_drawing_stays_a_drawing_and_its_text_becomes_outlines() {
    let (folder, outcome) = build("logo.svg", SVG.as_bytes());
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    let with = &folder.files("output/ash/posters")["email.pdf"];
    assert_eq!(pictures(with), []);
    let without_text = SVG.replace(">Ash<", "> <");
    let (folder, _) = build("logo.svg", without_text.as_bytes());
    let without = &folder.files("output/ash/posters")["email.pdf"];
    assert!(with.len() > without.len() + 100, "its letters are drawn");
}

#[test]
fn pictures_of_every_kind_are_printed_once_and_no_finer_than_paper_shows() {
    let kinds = [
        (ColorType::Rgb, BitDepth::Eight, vec![200, 30, 30], false),
        (
            ColorType::Rgba,
            BitDepth::Eight,
            vec![200, 30, 30, 128],
            true,
        ),
        (
            ColorType::Rgb,
            BitDepth::Sixteen,
            vec![200, 0, 30, 0, 30, 0],
            false,
        ),
        (
            ColorType::GrayscaleAlpha,
            BitDepth::Eight,
            vec![90, 20],
            true,
        ),
        (ColorType::Indexed, BitDepth::One, vec![0b0101_0101], false),
        (ColorType::Grayscale, BitDepth::Eight, vec![90], false),
    ];
    for (kind, depth, samples, shows_through) in kinds {
        let (folder, outcome) = build("logo.png", &png(kind, depth, 800, &samples));
        assert_eq!(outcome.code, Some(0), "{kind:?}: {}", outcome.err);
        let files = folder.files("output/ash/posters");
        for name in ["email.pdf", "all.pdf"] {
            let found = pictures(&files[name]);
            let [(width, height, transparent)] = found.as_slice() else {
                panic!("{kind:?} in {name}: {found:?}");
            };
            assert_eq!((width, *transparent), (height, shows_through), "{kind:?}");
            // 15 mm at 300 dots in an inch are 177.
            assert!((150..=250).contains(width), "{kind:?}: {width}");
        }
    }
    let (folder, outcome) = build("logo.jpg", &picture("turned.jpg"));
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    let files = folder.files("output/ash/posters");
    assert_eq!(pictures(&files["email.pdf"]), [(8, 16, false)]);
}

#[test]
fn what_print_cannot_show_is_refused_with_what_to_do() {
    let giant = {
        let mut bytes = png(ColorType::Grayscale, BitDepth::Eight, 8, &[90]);
        // The head says what it likes: a picture that would take gigabytes of memory.
        bytes[16..24].copy_from_slice(&[0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0]);
        let sum = crc(&bytes[12..29]).to_be_bytes();
        bytes[29..33].copy_from_slice(&sum);
        bytes
    };
    let font = SVG.replace("Source Sans 3", "Gill Sans");
    let script = SVG.replace("<rect", "<script>alert(1)</script><rect");
    let outside = SVG.replace("<rect", r#"<use href="https://ash.example/a.svg#b"/><rect"#);
    for (name, bytes, said) in [
        (
            "logo.jpg",
            picture("cmyk.jpg"),
            "it is in CMYK; save it as RGB",
        ),
        (
            "logo.png",
            giant,
            "it is too large: 100000 by 100000 pixels",
        ),
        (
            "logo.png",
            b"\x89PNG\r\n\x1a\nno".to_vec(),
            "the file is broken",
        ),
        (
            "logo.svg",
            font.into_bytes(),
            "it holds text in the font Gill Sans",
        ),
        ("logo.svg", script.into_bytes(), "it holds a script"),
        (
            "logo.svg",
            outside.into_bytes(),
            "it refers to something outside itself: https://ash.example/a.svg#b",
        ),
        (
            "logo.svg",
            b"Ash".to_vec(),
            "it is neither SVG, PNG nor JPEG",
        ),
    ] {
        let (folder, outcome) = build(name, &bytes);
        assert_eq!(outcome.code, Some(1), "{said}: {}", outcome.err);
        assert!(
            outcome.err.contains("error[bad-picture]"),
            "{}",
            outcome.err
        );
        assert!(outcome.err.contains(said), "{said}: {}", outcome.err);
        assert!(
            outcome.err.contains("content/editions/ash/edition.yml:3:"),
            "{}",
            outcome.err
        );
        assert!(!folder.has("output/ash"), "nothing is published");
    }
}

#[test]
fn a_logo_that_is_not_there_and_one_without_words_are_faults() {
    let folder = Folder::with_pack();
    let edition = folder.read("content/editions/ash/edition.yml");
    folder.write(
        "content/editions/ash/edition.yml",
        &edition.replace("branding: {", "branding: {logo: {file: lgoo.svg}, "),
    );
    folder.write("content/editions/ash/logo.svg", SVG);
    let outcome = folder.run(&["check"]);
    assert_eq!(outcome.code, Some(1));
    for said in [
        "error[missing-file]: there is no file `lgoo.svg`",
        "did you mean `logo.svg`?",
        "error[missing-key]: `logo` of `branding` of the edition `ash` has no `alt`",
    ] {
        assert!(outcome.err.contains(said), "{said}: {}", outcome.err);
    }
}

/// The checksum of a part of a PNG (PNG specification, annex D).
fn crc(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for &byte in bytes {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                0xEDB8_8320 ^ (crc >> 1)
            } else {
                crc >> 1
            };
        }
    }
    !crc
}
