//! Posters for a print shop, by the real command: boxes, inks, bleed, and what becomes of the files.

mod support;

use std::collections::BTreeSet;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};
use noticeboard::print::preview::preview;
use support::Folder;

/// The most ink, cyan to black, as a sum of parts.
const MOST: f32 = 3.0;

/// A pack whose edition `ash` has inks for its main colour, one of them of its own, and a logo that lets its ground through.
fn pack() -> Folder {
    let folder = Folder::with_pack();
    folder.write(
        "content/editions/ash/edition.yml",
        "name: Ash Board\nurl: https://ash.example/\n\
         branding:\n  primary: { rgb: \"#1b365d\", cmyk: [100, 70, 15, 40], spot: PANTONE 534 C }\n  secondary: { rgb: \"#8a3b12\", cmyk: [20, 80, 100, 30] }\n  logo: { file: logo.png, alt: A leaf }\n\
         posters: { sizes: [a4, a3], variants: [large-print, ink-saver] }\n",
    );
    let mut logo = Vec::new();
    let mut encoder = png::Encoder::new(&mut logo, 4, 1);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().expect("a picture");
    let pixels = [
        [200, 30, 30, 255],
        [200, 30, 30, 128],
        [200, 30, 30, 0],
        [0, 0, 0, 255],
    ];
    writer
        .write_image_data(pixels.as_flattened())
        .expect("a picture");
    writer.finish().expect("a picture");
    std::fs::write(folder.path().join("content/editions/ash/logo.png"), logo).expect("a file");
    folder
}

fn built(folder: &Folder, arguments: &[&str]) -> String {
    let outcome = folder.run(&[&["build", "--quiet", "--no-previews"], arguments].concat());
    assert_eq!(outcome.code, Some(0), "{}{}", outcome.out, outcome.err);
    outcome.err
}

/// Every poster of `ash` for a print shop.
fn posters(folder: &Folder) -> Vec<(String, Document)> {
    built(folder, &["--for", "print-shop", "--edition", "ash"]);
    let files = folder.files("output/ash/print-shop");
    assert!(!files.is_empty());
    files
        .into_iter()
        .map(|(name, bytes)| {
            let document = Document::load_mem(&bytes).expect("a PDF");
            (name, document)
        })
        .collect()
}

/// Left, bottom, right and top of a box of a page, in millimetres.
fn millimetres(page: &Dictionary, name: &str) -> [f32; 4] {
    let sides = page
        .get(name.as_bytes())
        .and_then(Object::as_array)
        .expect("a box");
    [0, 1, 2, 3].map(|at: usize| sides[at].as_float().expect("a number") / 72.0 * 25.4)
}

/// What a page is painted with at each step: the operators of its content, with their numbers.
fn operations(document: &Document, page: lopdf::ObjectId) -> Vec<(String, Vec<Object>)> {
    let content = document.get_page_content(page);
    Content::decode(&content)
        .expect("operators")
        .operations
        .into_iter()
        .map(|operation| (operation.operator, operation.operands))
        .collect()
}

fn numbers(operands: &[Object]) -> Vec<f32> {
    let number = |operand: &Object| operand.as_float().ok();
    operands.iter().filter_map(number).collect()
}

#[test]
fn every_printing_but_the_ink_saver_lies_in_a_folder_of_its_own() {
    let folder = pack();
    built(&folder, &["--for", "print-shop", "--edition", "ash"]);
    let expected: BTreeSet<String> = ["", "a3/", "large-print/"]
        .iter()
        .flat_map(|folder| {
            ["all", "contacts", "email", "photos"]
                .map(|name| format!("print-shop/{folder}{name}.pdf"))
        })
        .collect();
    let found: BTreeSet<String> = folder.files("output/ash").into_keys().collect();
    assert_eq!(found, expected);
}

#[test]
fn the_cut_and_the_bleed_are_where_the_boxes_say() {
    for (name, document) in posters(&pack()) {
        let (width, height) = if name.starts_with("a3/") {
            (297.0, 420.0)
        } else {
            (210.0, 297.0)
        };
        for page in document.page_iter() {
            let page = document.get_dictionary(page).expect("a page");
            let [media, bleed, trim] =
                ["MediaBox", "BleedBox", "TrimBox"].map(|name| millimetres(page, name));
            let near = |a: f32, b: f32| (a - b).abs() < 0.1;
            assert!(near(trim[2] - trim[0], width), "{name}: {trim:?}");
            assert!(near(trim[3] - trim[1], height), "{name}: {trim:?}");
            for (side, outward) in [(0, -1.0), (1, -1.0), (2, 1.0), (3, 1.0)] {
                assert!(near(bleed[side], trim[side] + 3.0 * outward), "{name}");
                assert!(outward * (media[side] - bleed[side]) > 7.0, "{name}");
            }
            assert!(near(media[0], 0.0) && near(media[1], 0.0));
        }
    }
}

#[test]
fn there_is_nothing_but_ink() {
    for (name, document) in posters(&pack()) {
        for page in document.page_iter() {
            let mut texts = 0;
            let mut fill = Vec::new();
            for (operator, operands) in operations(&document, page) {
                let parts = numbers(&operands);
                match operator.as_str() {
                    "k" | "K" => {
                        assert_eq!(parts.len(), 4);
                        assert!(parts.iter().sum::<f32>() <= MOST, "{name}: {parts:?}");
                        // Black is never mixed: neither that of text nor any that comes near it.
                        assert!(
                            parts[3] < 0.9 || parts[..3] == [0.0; 3],
                            "{name}: {parts:?}"
                        );
                        if operator == "k" {
                            fill = parts;
                        }
                    }
                    "cs" | "CS" => {
                        let space = operands[0].as_name().expect("a name");
                        assert!(matches!(space, b"S0" | b"All"), "{name}: {space:?}");
                    }
                    "scn" | "SCN" => {
                        assert!(parts.len() == 1 && (0.0..=1.0).contains(&parts[0]));
                        if operator == "scn" {
                            fill = parts;
                        }
                    }
                    "rg" | "RG" | "g" | "G" | "sc" | "SC" | "sh" | "gs" | "ri" | "BI" => {
                        panic!("{name}: {operator} {operands:?}")
                    }
                    "TJ" if fill == [0.0, 0.0, 0.0, 1.0] => texts += 1,
                    _ => {}
                }
            }
            assert!(texts > 0, "{name} has no black text");
        }
        for object in document.objects.values() {
            let dictionary = match object {
                Object::Dictionary(dictionary) => dictionary,
                Object::Stream(stream) => &stream.dict,
                _ => continue,
            };
            for key in [
                b"SMask".as_slice(),
                b"ca",
                b"CA",
                b"BM",
                b"Group",
                b"ExtGState",
            ] {
                assert!(!dictionary.has(key), "{name}: {dictionary:?}");
            }
        }
    }
}

#[test]
fn pictures_are_ink_too_and_let_their_ground_through() {
    let mut pictures = 0;
    for (name, document) in posters(&pack()) {
        for object in document.objects.values() {
            let Object::Stream(stream) = object else {
                continue;
            };
            if stream.dict.get(b"Subtype").and_then(Object::as_name).ok() != Some(b"Image") {
                continue;
            }
            if stream.dict.has(b"ImageMask") {
                continue;
            }
            pictures += 1;
            let space = stream.dict.get(b"ColorSpace").and_then(Object::as_name);
            assert_eq!(space.expect("a name"), b"DeviceCMYK", "{name}");
            assert!(stream.dict.has(b"Mask"), "{name}");
            let bytes = stream.decompressed_content().expect("pixels");
            assert_eq!(bytes.len(), 4 * 4, "{name}: {bytes:?}");
            for pixel in bytes.chunks(4) {
                let ink: u32 = pixel.iter().copied().map(u32::from).sum();
                assert!(ink as f32 / 255.0 <= MOST, "{name}: {pixel:?}");
            }
            assert_eq!(
                bytes[12..],
                [0, 0, 0, 255],
                "{name}: black is black ink alone"
            );
        }
    }
    assert!(pictures > 0);
}

#[test]
fn an_ink_of_its_own_has_its_name_and_a_stand_in() {
    for (name, document) in posters(&pack()) {
        let spaces: Vec<(&[u8], Vec<f32>)> = document
            .objects
            .values()
            .filter_map(|object| {
                let [kind, ink, stand_in, function] = object.as_array().ok()?.as_slice() else {
                    return None;
                };
                if kind.as_name().ok()? != b"Separation" {
                    return None;
                }
                assert_eq!(stand_in.as_name().ok()?, b"DeviceCMYK");
                let function = document.dereference(function).ok()?.1.as_dict().ok()?;
                let full = function.get(b"C1").and_then(Object::as_array).ok()?;
                Some((ink.as_name().ok()?, numbers(full)))
            })
            .collect();
        assert_eq!(
            spaces,
            [
                (b"PANTONE 534 C".as_slice(), vec![1.0, 0.7, 0.15, 0.4]),
                (b"All", vec![1.0; 4])
            ],
            "{name}"
        );
    }
}

#[test]
fn colour_reaches_over_the_cut_and_no_further() {
    let folder = pack();
    built(&folder, &["--for", "print-shop", "--edition", "ash"]);
    let files = folder.files("output/ash/print-shop");
    for (name, width) in [("email.pdf", 210.0), ("a3/email.pdf", 297.0)] {
        let drawn = preview(&files[name]).expect("a picture");
        let mut picture = png::Decoder::new(std::io::Cursor::new(&drawn.png));
        picture.set_transformations(png::Transformations::EXPAND);
        let mut picture = picture.read_info().expect("a picture");
        let mut bytes = vec![0; picture.output_buffer_size().expect("a size")];
        picture.next_frame(&mut bytes).expect("a picture");
        // The sheet is 12 mm wider on either side.
        let scale = drawn.width as f32 / (width + 24.0);
        let at = |x: f32, y: f32| {
            let place = (y * scale) as usize * drawn.width as usize + (x * scale) as usize;
            [0, 1, 2].map(|part| bytes[place * 3 + part])
        };
        let band = at(12.0 + 20.0, 12.0 + 1.5);
        assert_ne!(band, [255; 3], "{name}");
        for (x, y) in [
            (10.0, 10.0),
            (12.0 + width / 2.0, 10.0),
            (width + 14.0, 10.0),
        ] {
            assert_eq!(at(x, y), band, "{name} at {x}, {y}");
        }
        for (x, y) in [(7.0, 7.0), (12.0 + width / 2.0, 7.0), (7.0, 60.0)] {
            assert_eq!(at(x, y), [255; 3], "{name} at {x}, {y}");
        }
    }
}

#[test]
fn the_same_pack_gives_the_same_bytes() {
    let folder = pack();
    built(&folder, &["--for", "print-shop"]);
    let first = folder.files("output");
    built(&folder, &["--for", "print-shop", "--output", "again"]);
    assert_eq!(first, folder.files("again"));
}

#[test]
fn a_file_for_a_press_claims_no_archive() {
    for (name, document) in posters(&pack()) {
        let catalogue = document.catalog().expect("a catalogue");
        let xmp = catalogue
            .get(b"Metadata")
            .and_then(|xmp| document.dereference(xmp))
            .and_then(|(_, xmp)| xmp.as_stream())
            .expect("metadata");
        let xmp = String::from_utf8_lossy(&xmp.content);
        assert!(xmp.contains("<pdfuaid:part>1<"), "{name}");
        assert!(!xmp.contains("<pdfaid:"), "{name}");
    }
}

#[test]
fn files_for_a_print_shop_come_and_go_without_touching_the_site() {
    let folder = pack();
    built(&folder, &[]);
    let published = folder.files("output");
    built(&folder, &["--for", "print-shop"]);
    let mut with_shop = folder.files("output");
    with_shop.retain(|path, _| !path.contains("/print-shop/"));
    assert_eq!(with_shop, published);
    assert!(folder.has("output/elm/print-shop/email.pdf"));

    // A channel that goes takes its poster along, in the edition that is built.
    let edition = folder.read("content/editions/ash/edition.yml");
    folder.write(
        "content/editions/ash/edition.yml",
        &format!("{edition}omit: {{ channels: [photos] }}\n"),
    );
    built(&folder, &["--for", "print-shop", "--edition", "ash"]);
    assert!(!folder.has("output/ash/print-shop/photos.pdf"));
    assert!(folder.has("output/ash/print-shop/email.pdf"));
    assert!(folder.has("output/elm/print-shop/photos.pdf"));

    for part in ["site", "posters"] {
        built(&folder, &["--only", part]);
        assert!(folder.has("output/ash/print-shop/email.pdf"), "{part}");
    }
    // Posters of old words don't lie about for someone to print, and nobody was given their address.
    let said = built(&folder, &[]);
    assert!(!folder.has("output/ash/print-shop/email.pdf"));
    assert!(!said.contains("print-shop"), "{said}");
}

#[test]
fn guessed_inks_are_said_only_to_those_who_print() {
    let folder = Folder::with_pack();
    assert!(!built(&folder, &[]).contains("guessed-inks"));
    let said = built(&folder, &["--for", "print-shop", "--edition", "ash"]);
    assert!(
        said.contains("hint[guessed-inks]")
            && said.contains("`branding.primary` has no `cmyk`")
            && said.contains("content/editions/ash/edition.yml:3:21"),
        "{said}"
    );
    let checked = folder.run(&["check", "--for", "print-shop"]);
    assert!(checked.err.contains("guessed-inks"), "{}", checked.err);
}

#[test]
fn one_asks_for_a_print_shop_or_for_a_part() {
    let folder = Folder::with_pack();
    for wrong in [
        &["build", "--for", "print-shop", "--only", "site"][..],
        &["build", "--for", "printshop"],
    ] {
        assert_eq!(folder.run(wrong).code, Some(2), "{wrong:?}");
    }
}
