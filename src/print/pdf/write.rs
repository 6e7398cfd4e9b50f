//! The steps from a scene to a file, in their order.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use rayon::iter::{
    IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _,
};

use super::content::Content;
use super::error::PdfError;
use super::file::{self, Written};
use super::fonts::Fonts;
use super::links::{self, Annotation};
use super::numbers::coarse;
use super::pictures::Pictures;
use super::rules;
use super::stamps::Stamps;
use super::structure::Tree;
use super::{colour_profile, colours, metadata, outline, places};
use crate::print::scene::Scene;

/// Writes a scene as a PDF 1.7 that conforms to PDF/UA-1, and to PDF/A-2a unless it is for a print shop.
///
/// The bytes depend on the scene alone: not on the day, the machine, or what was written before.
///
/// # Errors
///
/// When the scene cannot become a lawful file: see [`PdfError`].
pub fn write(scene: &Scene) -> Result<Vec<u8>, PdfError> {
    check(scene)?;
    let fonts = Fonts::of(scene)?;
    let pictures = Pictures::of(scene)?;
    let stamps = Stamps::of(scene);
    // Pages know nothing of one another. Of several that can't be written, the first is spoken of.
    let contents: Vec<Result<Content, PdfError>> = scene
        .pages
        .par_iter()
        .enumerate()
        .map(|(place, page)| {
            let structure = &scene.structure;
            Content::of(page, place + 1, structure, &fonts, &pictures, &stamps)
        })
        .collect();
    let contents = contents.into_iter().collect::<Result<Vec<_>, _>>()?;

    let mut document = Document::with_version("1.7");
    let mut written = Written::default();
    let pages: Vec<ObjectId> = contents.iter().map(|_| document.new_object_id()).collect();
    let tree = Tree::of(scene, &contents, &mut document)?;
    let annotations = links::annotate(scene, &tree, &mut document, &pages);
    let structure = tree.write(&mut document, &mut written, &contents, &pages, &annotations);

    let mut resources = Dictionary::new();
    resources.set("Font", fonts.embed(&mut document)?);
    let mut names = pictures.embed(&mut document);
    stamps.embed(&mut names, &mut document)?;
    if !names.is_empty() {
        resources.set("XObject", names);
    }
    if let Some(spaces) = colours::spaces(scene, &mut document) {
        resources.set("ColorSpace", spaces);
    }
    let resources = document.add_object(resources);
    let parent = add_pages(
        scene,
        contents,
        &pages,
        &annotations,
        resources,
        &mut document,
    );

    let mut catalogue = dictionary! {
        "Type" => "Catalog",
        "Pages" => parent,
        "Lang" => file::text(&scene.language),
        "MarkInfo" => dictionary! { "Marked" => true },
        "StructTreeRoot" => structure,
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        "PageLabels" => dictionary! { "Nums" => labels(scene) },
        "OutputIntents" => vec![colour_profile::output_intent(scene, &mut document).into()],
        "Metadata" => metadata::xmp(scene, &mut document),
    };
    if let Some(outline) = outline::write(scene, &mut document, &pages)? {
        catalogue.set("Outlines", outline);
        catalogue.set("PageMode", "UseOutlines");
    }
    if let Some(names) = places::write(scene, &mut document, &pages)? {
        catalogue.set("Names", names);
    }
    let catalogue = document.add_object(catalogue);
    let information = metadata::information(scene, &mut document);
    file::bytes(document, written, catalogue, information)
}

fn check(scene: &Scene) -> Result<(), PdfError> {
    if scene.pages.is_empty() {
        return Err(PdfError::NoPages);
    }
    if scene.title.trim().is_empty() {
        return Err(PdfError::NoTitle);
    }
    for (page, number) in scene.pages.iter().zip(1..) {
        let lawful = 3.0..=14400.0;
        if !lawful.contains(&page.width) || !lawful.contains(&page.height) {
            return Err(PdfError::PageSize {
                page: number,
                width: page.width.round() as i64,
                height: page.height.round() as i64,
            });
        }
    }
    places::check(scene)?;
    colours::check(scene)?;
    rules::check_language(&scene.language)
}

/// What pages are called: by their numbers, and a cover by its name (ISO 32000-1 §12.4.2).
fn labels(scene: &Scene) -> Vec<Object> {
    let numbers = |from: i64| Object::Dictionary(dictionary! { "S" => "D", "St" => from });
    match &scene.cover {
        None => vec![0.into(), numbers(1)],
        Some(cover) => vec![
            0.into(),
            Object::Dictionary(dictionary! { "P" => file::text(cover) }),
            1.into(),
            numbers(2),
        ],
    }
}

/// Adds all pages, and gives their common parent.
fn add_pages(
    scene: &Scene,
    contents: Vec<Content>,
    pages: &[ObjectId],
    annotations: &[Annotation],
    resources: ObjectId,
    document: &mut Document,
) -> ObjectId {
    let parent = document.new_object_id();
    let mut on_pages: BTreeMap<ObjectId, Vec<Object>> = BTreeMap::new();
    for annotation in annotations {
        let on_page = on_pages.entry(annotation.page).or_default();
        on_page.push(annotation.object.into());
    }
    for (number, ((page, &object), content)) in
        scene.pages.iter().zip(pages).zip(contents).enumerate()
    {
        let stream = Stream::new(Dictionary::new(), content.stream);
        let stream = document.add_object(stream);
        // The sheet, or a box that lies so far inside it on all sides.
        let inset = |by: f32| -> Vec<Object> {
            vec![
                coarse(by).into(),
                coarse(by).into(),
                coarse(page.width - by).into(),
                coarse(page.height - by).into(),
            ]
        };
        let (outside, bleed) = scene
            .press
            .as_ref()
            .map_or((0.0, 0.0), |press| (press.outside, press.bleed));
        let mut dictionary = dictionary! {
            "Type" => "Page",
            "Parent" => parent,
            "MediaBox" => inset(0.0),
            "TrimBox" => inset(outside),
            "Resources" => resources,
            "Contents" => stream,
            "StructParents" => Object::Integer(number as i64),
            // Links are reached by the keyboard in the order of reading.
            "Tabs" => "S",
        };
        if scene.press.is_some() {
            dictionary.set("BleedBox", inset(outside - bleed));
        }
        if let Some(on_page) = on_pages.remove(&object) {
            dictionary.set("Annots", on_page);
        }
        if content.transparent {
            dictionary.set(
                "Group",
                dictionary! { "Type" => "Group", "S" => "Transparency", "CS" => "DeviceRGB" },
            );
        }
        document.set_object(object, dictionary);
    }
    let kids: Vec<Object> = pages.iter().map(|&page| page.into()).collect();
    document.set_object(
        parent,
        dictionary! {
            "Type" => "Pages",
            "Count" => Object::Integer(kids.len() as i64),
            "Kids" => kids,
        },
    );
    parent
}
