//! The PDF writer, read back: what a screen reader, a copier of text and an archive find in the file.
//!
//! The files are also left in `target/conformance`, for veraPDF to judge by the letter of both standards.

mod hostile;
mod reading;
mod scenes;
mod setting;

use lopdf::{Object, decode_text_string};
use noticeboard::print::pdf::{self, PdfError};
use noticeboard::print::scene::{Drawing, Meaning, Role, Scene};
use noticeboard::print::text::Face;
use reading::Reading;
use setting::{Sheet, face, frame, run};

fn written(scene: &Scene) -> Vec<u8> {
    pdf::write(scene).expect("the scene is lawful")
}

/// Leaves a file for veraPDF.
fn keep(name: &str, bytes: &[u8]) {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("../conformance");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    std::fs::write(folder.join(name), bytes).expect("the file can be written");
}

#[test]
fn everything_is_read_in_its_order() {
    let bytes = written(&scenes::everything().scene);
    keep("everything.pdf", &bytes);
    let reading = Reading::of(&bytes);
    insta::assert_snapshot!(reading.outline());
    assert_eq!(reading.artifacts, "Page 2");
}

#[test]
fn the_document_says_what_it_is() {
    let reading = Reading::of(&written(&scenes::everything().scene));
    assert_eq!(reading.document.version, "1.7");
    let catalogue = reading.catalogue();
    let text = |object: &Object| decode_text_string(object).unwrap();
    assert_eq!(text(catalogue.get(b"Lang").unwrap()), "en-GB");
    let viewer = reading.dictionary(catalogue.get(b"ViewerPreferences").unwrap());
    assert!(viewer.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let marked = reading.dictionary(catalogue.get(b"MarkInfo").unwrap());
    assert!(marked.get(b"Marked").unwrap().as_bool().unwrap());

    let information = reading.trailer("Info");
    let xmp = String::from_utf8(reading.stream(catalogue.get(b"Metadata").unwrap())).unwrap();
    for (key, value) in [
        ("Title", "Email – staying professional"),
        ("Author", "Eastvale Safeguarding Partnership"),
        ("Subject", "How adults who work with children use email"),
    ] {
        assert_eq!(text(information.get(key.as_bytes()).unwrap()), value);
        assert!(xmp.contains(&format!(">{value}<")), "{key}");
    }
    assert_eq!(
        text(information.get(b"CreationDate").unwrap()),
        "D:20270301"
    );
    assert!(xmp.contains("<xmp:CreateDate>2027-03-01<"));
    assert!(xmp.contains("<pdfuaid:part>1<") && xmp.contains("<pdfaid:conformance>A<"));
}

#[test]
fn without_a_day_of_issue_there_is_no_date() {
    let mut sheet = scenes::poster();
    sheet.scene.date = None;
    let reading = Reading::of(&written(&sheet.scene));
    assert!(!reading.trailer("Info").has(b"CreationDate"));
}

#[test]
fn every_page_has_its_boxes_and_its_links_in_the_order_of_reading() {
    let reading = Reading::of(&written(&scenes::everything().scene));
    let page = reading.dictionary(&reading.pages()[0].into());
    let numbers = |object: &Object| -> Vec<f32> {
        let array = object.as_array().unwrap();
        array.iter().map(|side| side.as_float().unwrap()).collect()
    };
    for boundary in [b"MediaBox".as_slice(), b"TrimBox"] {
        assert_eq!(
            numbers(page.get(boundary).unwrap()),
            [0.0, 0.0, 595.28, 841.89]
        );
    }
    assert_eq!(page.get(b"Tabs").unwrap().as_name().unwrap(), b"S");
    let links = page.get(b"Annots").unwrap().as_array().unwrap();
    let call = reading.dictionary(&links[1]);
    assert_eq!(
        numbers(call.get(b"Rect").unwrap()),
        [60.0, 657.89, 140.0, 673.89]
    );
    assert_eq!(call.get(b"F").unwrap().as_i64().unwrap(), 4);
    // Without a description, the address is better than silence.
    let words = decode_text_string(call.get(b"Contents").unwrap()).unwrap();
    assert_eq!(words, "tel:+441632960123");
}

#[test]
fn marks_and_links_lead_back_to_their_parts() {
    let reading = Reading::of(&written(&scenes::everything().scene));
    let root = reading.dictionary(reading.catalogue().get(b"StructTreeRoot").unwrap());
    let parents = reading.dictionary(root.get(b"ParentTree").unwrap());
    let numbers = parents.get(b"Nums").unwrap().as_array().unwrap();
    let kinds: Vec<String> = numbers
        .chunks(2)
        .flat_map(|entry| match &entry[1] {
            Object::Array(marks) => marks.clone(),
            part => vec![part.clone()],
        })
        .map(|part| {
            let part = reading.dictionary(&part);
            String::from_utf8_lossy(part.get(b"S").unwrap().as_name().unwrap()).into_owned()
        })
        .collect();
    assert_eq!(
        kinds.join(" "),
        "TD TH TH TH Caption LBody LBody Lbl Link P Span Link P Note P H1 H2 P Figure Link Link"
    );
}

#[test]
fn fonts_are_subsets_that_know_their_looks() {
    let reading = Reading::of(&written(&scenes::poster().scene));
    let fonts = reading.fonts();
    assert_eq!(fonts.len(), 3);
    for (_, font) in fonts {
        let name = String::from_utf8(font.get(b"BaseFont").unwrap().as_name().unwrap().to_vec());
        let name = name.unwrap();
        let (tag, rest) = name.split_once('+').expect("it has a tag");
        assert!(tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase()));
        assert!(rest.starts_with("SourceSans3-"));
        let descendants = font.get(b"DescendantFonts").unwrap().as_array().unwrap();
        let descendant = reading.dictionary(&descendants[0]);
        let descriptor = reading.dictionary(descendant.get(b"FontDescriptor").unwrap());
        let number = |key: &[u8]| descriptor.get(key).unwrap().as_i64().unwrap();
        assert_eq!(number(b"CapHeight"), 660);
        assert_eq!(number(b"Flags"), 4);
        assert!(reading.stream(descriptor.get(b"FontFile2").unwrap()).len() < 40_000);
    }
}

#[test]
fn glyphs_stand_where_the_layout_put_them() {
    let scene = scenes::everything().scene;
    let reading = Reading::of(&written(&scene));
    let wanted = scene.pages.iter().flat_map(|page| {
        page.items
            .iter()
            .filter_map(|item| match &item.drawing {
                Drawing::Glyphs(run) => Some(run),
                _ => None,
            })
            .flat_map(|run| run.glyphs.iter().map(move |glyph| (run.size, glyph)))
            .map(|(size, glyph)| (size, glyph.x, page.height - glyph.y))
    });
    let wanted: Vec<_> = wanted.collect();
    assert_eq!(reading.places.len(), wanted.len());
    for ((x, y), (size, wanted_x, wanted_y)) in reading.places.iter().zip(wanted) {
        // Half a thousandth of the type size, and half of the last decimal.
        let margin = size * 0.0005 + 0.001;
        assert!((x - wanted_x).abs() <= margin, "{x} for {wanted_x}");
        assert!((y - wanted_y).abs() <= 0.001, "{y} for {wanted_y}");
    }
}

#[test]
fn text_that_runs_to_the_left_keeps_its_order() {
    let mut sheet = Sheet::new();
    let root = sheet.root();
    let paragraph = sheet.part(root, Role::Paragraph);
    let mut words = run(&face("Regular"), 12.0, (60.0, 80.0), "shalom");
    // As if the letters were Hebrew: the first stands furthest right.
    let right = words.glyphs.last().unwrap().x;
    for glyph in &mut words.glyphs {
        glyph.x = right - (glyph.x - 60.0);
    }
    sheet.text(paragraph, words);
    let reading = Reading::of(&written(&sheet.scene));
    assert!(reading.outline().contains("1: shalom"));
    assert!(reading.places.windows(2).all(|pair| pair[1].0 < pair[0].0));
}

#[test]
fn a_picture_is_embedded_once() {
    let reading = Reading::of(&written(&scenes::everything().scene));
    let page = reading.dictionary(&reading.pages()[1].into());
    let resources = reading.dictionary(page.get(b"Resources").unwrap());
    assert_eq!(
        reading.dictionary(resources.get(b"XObject").unwrap()).len(),
        1
    );
    assert!(page.has(b"Group"), "its transparency is mixed in RGB");
}

#[test]
fn bookmarks_lead_to_their_pages() {
    let reading = Reading::of(&written(&scenes::everything().scene));
    let outline = reading.dictionary(reading.catalogue().get(b"Outlines").unwrap());
    let first = reading.dictionary(outline.get(b"First").unwrap());
    let inner = reading.dictionary(first.get(b"First").unwrap());
    let title = decode_text_string(inner.get(b"Title").unwrap()).unwrap();
    assert_eq!(title, "Mind these – carefully");
    let last = reading.dictionary(outline.get(b"Last").unwrap());
    let target = last.get(b"Dest").unwrap().as_array().unwrap();
    assert_eq!(target[0].as_reference().unwrap(), reading.pages()[1]);
    assert!((target[3].as_float().unwrap() - 781.89).abs() < 0.01);
}

#[test]
fn the_same_scene_makes_the_same_bytes_anywhere() {
    let scene = scenes::poster().scene;
    let first = written(&scene);
    // Another document between, and other threads beside.
    written(&scenes::everything().scene);
    std::thread::scope(|scope| {
        let others: Vec<_> = (0..2).map(|_| scope.spawn(|| written(&scene))).collect();
        for other in others {
            assert!(other.join().unwrap() == first);
        }
    });
}

#[test]
fn a_change_changes_the_name_of_the_file() {
    let mut sheet = scenes::poster();
    let name = |bytes: &[u8]| {
        let reading = Reading::of(bytes);
        let name = reading
            .document
            .trailer
            .get(b"ID")
            .unwrap()
            .as_array()
            .unwrap();
        assert_eq!(name[0], name[1]);
        name[0].as_str().unwrap().to_vec()
    };
    let before = name(&written(&sheet.scene));
    sheet.scene.subject.push('!');
    let after = name(&written(&sheet.scene));
    assert!(before != after && before != [0; 16]);
}

#[test]
fn a_poster_is_small() {
    let bytes = written(&scenes::poster().scene);
    keep("poster.pdf", &bytes);
    assert!(bytes.len() < 50_000, "{} bytes", bytes.len());
}

/// Why the scene of everything is refused after a change.
fn refused(change: &dyn Fn(&mut Sheet)) -> PdfError {
    let mut sheet = scenes::everything();
    change(&mut sheet);
    pdf::write(&sheet.scene).expect_err("it is refused")
}

#[test]
fn a_drawing_that_cannot_be_lawful_is_refused() {
    let first_run =
        |sheet: &mut Sheet, change: &dyn Fn(&mut noticeboard::print::scene::GlyphRun)| {
            for item in &mut sheet.scene.pages[0].items {
                if let Drawing::Glyphs(run) = &mut item.drawing {
                    return change(run);
                }
            }
        };
    assert_eq!(
        refused(&|sheet| sheet.scene.pages.clear()),
        PdfError::NoPages
    );
    assert_eq!(
        refused(&|sheet| sheet.scene.title = " ".to_owned()),
        PdfError::NoTitle
    );
    assert_eq!(
        refused(&|sheet| sheet.scene.language = "English!".to_owned()),
        PdfError::Language("English!".to_owned())
    );
    assert!(matches!(
        refused(&|sheet| sheet.scene.pages[1].width = f32::NAN),
        PdfError::PageSize { page: 2, .. }
    ));
    assert_eq!(
        refused(&|sheet| first_run(sheet, &|run| run.glyphs[0].x = f32::INFINITY)),
        PdfError::NotFinite { page: 1 }
    );
    assert_eq!(
        refused(&|sheet| first_run(sheet, &|run| run.glyphs[1].id = 0)),
        PdfError::MissingGlyph {
            face: "SourceSans3-Regular".to_owned(),
            text: "p".to_owned()
        }
    );
    assert_eq!(
        refused(&|sheet| first_run(sheet, &|run| run.glyphs[1].text = 90..91)),
        PdfError::TextRange { page: 1 }
    );
    assert!(matches!(
        refused(&|sheet| first_run(sheet, &|run| {
            run.face = std::sync::Arc::new(Face::new("Broken".to_owned(), [0; 12].into()));
        })),
        PdfError::Font { .. }
    ));
    assert_eq!(
        refused(&|sheet| sheet.scene.outline[1].page = 7),
        PdfError::NoSuchPage { page: 8, pages: 2 }
    );
}

#[test]
fn a_structure_that_cannot_be_lawful_is_refused() {
    assert_eq!(
        refused(&|sheet| {
            let root = sheet.root();
            sheet.part(root, Role::Heading(7));
        }),
        PdfError::HeadingLevel(7)
    );
    assert_eq!(
        refused(&|sheet| {
            let root = sheet.root();
            let heading = sheet.part(root, Role::Heading(4));
            sheet.text(heading, run(&face("Bold"), 12.0, (60.0, 60.0), "Lost"));
        }),
        PdfError::HeadingOrder {
            before: 2,
            after: 4
        }
    );
    assert_eq!(
        refused(&|sheet| {
            let root = sheet.root();
            sheet.part(root, Role::Cell);
        }),
        PdfError::Misplaced {
            inner: "TD",
            outer: "Document"
        }
    );
    assert_eq!(
        refused(&|sheet| {
            let root = sheet.root();
            let place = (0, frame(0.0, 0.0, 1.0, 1.0));
            let alt = String::new();
            sheet.part(root, Role::Figure { alt, place });
        }),
        PdfError::NoDescription { page: 1 }
    );
    assert_eq!(
        refused(&|sheet| {
            let root = sheet.root();
            let child = sheet.part(root, Role::Section);
            let inner = sheet.part(child, Role::Section);
            sheet.scene.structure.part_mut(inner).children.push(child);
        }),
        PdfError::NotATree
    );
    assert_eq!(
        refused(&|sheet| {
            // A part of another, longer scene.
            let mut longer = scenes::everything();
            let root = longer.root();
            let stray = longer.part(root, Role::Paragraph);
            sheet.scene.pages[0].items[1].meaning = Meaning::Part(stray);
        }),
        PdfError::NoSuchPart { page: 1 }
    );
}
