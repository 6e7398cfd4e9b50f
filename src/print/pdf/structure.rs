//! The structure tree: what there is to read, in the order of reading (ISO 32000-1 §14.7, §14.8).
//!
//! The scene says for each part which parts it holds, in order, and for each drawn item which part it belongs to. Where
//! a part holds both, text of its own and other parts (a paragraph with a link in it), the two are merged: the inner
//! parts keep their order, and a stretch of text comes before the first inner part that is drawn after it.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::error::PdfError;
use super::file::{self, Written};
use super::links::Annotation;
use super::numbers::coarse;
use super::syntax::{self, entry};
use super::{content::Content, rules};
use crate::print::scene::{PartId, Role, Scene};

/// The tree while it is put together; all lists go by the number of the part.
#[derive(Debug)]
pub(super) struct Tree<'scene> {
    scene: &'scene Scene,
    /// The stretches of text of each part.
    marks: Vec<Vec<Mark>>,
    /// The object of each part, or `None` if there is nothing in it.
    objects: Vec<Option<ObjectId>>,
    /// Where each part is first drawn: a number that grows over all pages.
    first: Vec<usize>,
}

/// A stretch of marked content.
#[derive(Debug, Clone, Copy)]
struct Mark {
    page: usize,
    number: usize,
    drawn: usize,
}

/// What a part holds.
enum Kid {
    Part(ObjectId),
    Mark(Mark),
}

/// The name of a role in the standard structure (ISO 32000-1 §14.8.4).
pub(super) fn tag(role: &Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Section => "Sect",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(3) => "H3",
        Role::Heading(4) => "H4",
        Role::Heading(5) => "H5",
        Role::Heading(_) => "H6",
        Role::Paragraph => "P",
        Role::List { .. } => "L",
        Role::ListItem => "LI",
        Role::Label => "Lbl",
        Role::ListBody => "LBody",
        Role::Span => "Span",
        Role::Link { .. } => "Link",
        Role::Figure { .. } => "Figure",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::HeaderCell { .. } => "TH",
        Role::Cell => "TD",
        Role::Caption => "Caption",
        Role::Note => "Note",
        Role::Reference => "Reference",
        Role::Contents => "TOC",
        Role::ContentsItem => "TOCI",
    }
}

impl<'scene> Tree<'scene> {
    /// Joins the parts of the scene with the stretches of text on its pages, and leaves out parts that came out empty.
    pub(super) fn of(
        scene: &'scene Scene,
        contents: &[Content],
        document: &mut Document,
    ) -> Result<Self, PdfError> {
        let count = scene.structure.len();
        rules::check(scene)?;
        let mut marks = vec![Vec::new(); count];
        let mut drawn = 0;
        for (page, content) in contents.iter().enumerate() {
            for (number, part) in content.marks.iter().enumerate() {
                let mark = Mark {
                    page,
                    number,
                    drawn,
                };
                if let Some(marks) = marks.get_mut(part.0 as usize) {
                    marks.push(mark);
                }
                drawn += 1;
            }
        }

        // Inner parts have higher numbers than what they are in (see `rules`), so going backwards meets them first.
        let mut first = vec![usize::MAX; count];
        let mut filled = vec![false; count];
        for place in (0..count).rev() {
            let part = scene.structure.part(PartId(place as u32));
            let own = marks[place].first().map_or(usize::MAX, |mark| mark.drawn);
            let inner = part.children.iter().map(|child| child.0 as usize);
            first[place] = inner
                .clone()
                .map(|child| first[child])
                .fold(own, usize::min);
            filled[place] = own != usize::MAX
                || inner.clone().any(|child| filled[child])
                || match &part.role {
                    // An empty cell still holds its place in the table.
                    Role::Document | Role::Cell | Role::HeaderCell { .. } => true,
                    Role::Link { boxes, .. } => !boxes.is_empty(),
                    _ => false,
                };
        }
        rules::check_headings(scene, &filled)?;
        let objects = filled
            .into_iter()
            .map(|filled| filled.then(|| document.new_object_id()))
            .collect();
        Ok(Self {
            scene,
            marks,
            objects,
            first,
        })
    }

    /// The object of a part, if it is in the tree.
    pub(super) fn object(&self, part: PartId) -> Option<ObjectId> {
        self.objects.get(part.0 as usize).copied().flatten()
    }

    /// Writes the tree, and gives its root. Its elements, of which a handbook has thousands, go straight to bytes.
    pub(super) fn write(
        &self,
        document: &mut Document,
        written: &mut Written,
        contents: &[Content],
        pages: &[ObjectId],
        annotations: &[Annotation],
    ) -> ObjectId {
        let root = document.new_object_id();
        let parents = self.parents(root);
        let mut notes = Vec::new();
        for (place, (object, parent)) in self.objects.iter().zip(parents).enumerate() {
            let Some(object) = *object else { continue };
            let part = PartId(place as u32);
            let name = (self.scene.structure.part(part).role == Role::Note)
                // Parts are walked in the order of their numbers, of which these are made, so the names are sorted.
                .then(|| Object::string_literal(format!("note{place:08}")));
            written.add(object, |out| {
                out.extend(b"<<");
                entry("P", &parent.into(), out);
                self.element(part, pages, annotations, out);
                if let Some(name) = &name {
                    entry("ID", name, out);
                }
                out.extend(b">>");
            });
            if let Some(name) = name {
                notes.push(name);
                notes.push(object.into());
            }
        }
        let parents = document.new_object_id();
        written.add(parents, |out| {
            self.parts_by_mark(contents, annotations, out);
        });
        let mut tree = dictionary! {
            "Type" => "StructTreeRoot",
            "ParentTree" => parents,
            "ParentTreeNextKey" => Object::Integer((contents.len() + annotations.len()) as i64),
        };
        if let Some(top) = self.object(self.scene.structure.root()) {
            tree.set("K", top);
        }
        if let (Some(least), Some(greatest)) = (notes.first(), notes.iter().rev().nth(1)) {
            let limits = vec![least.clone(), greatest.clone()];
            let leaf = document.add_object(dictionary! { "Limits" => limits, "Names" => notes });
            let names = dictionary! { "Kids" => vec![Object::Reference(leaf)] };
            tree.set("IDTree", document.add_object(names));
        }
        document.set_object(root, tree);
        root
    }

    /// What each part is in: the root of the tree for the first, and for parts that nothing holds.
    fn parents(&self, root: ObjectId) -> Vec<ObjectId> {
        let mut parents = vec![root; self.objects.len()];
        for (place, &object) in self.objects.iter().enumerate() {
            let Some(object) = object else { continue };
            for child in &self.scene.structure.part(PartId(place as u32)).children {
                if let Some(parent) = parents.get_mut(child.0 as usize) {
                    *parent = object;
                }
            }
        }
        parents
    }

    /// Writes which part each stretch of text on each page belongs to, and each link (ISO 32000-1 §14.7.4.4).
    fn parts_by_mark(&self, contents: &[Content], annotations: &[Annotation], out: &mut Vec<u8>) {
        let part = |part: PartId, out: &mut Vec<u8>| match self.object(part) {
            Some(object) => syntax::reference(object, out),
            None => out.extend(b"null"),
        };
        out.extend(b"<</Nums[");
        for (page, content) in contents.iter().enumerate() {
            syntax::integer(page as i64, out);
            out.push(b'[');
            for (place, &mark) in content.marks.iter().enumerate() {
                if place > 0 {
                    out.push(b' ');
                }
                part(mark, out);
            }
            out.push(b']');
        }
        for annotation in annotations {
            out.push(b' ');
            syntax::integer(annotation.key, out);
            out.push(b' ');
            part(annotation.part, out);
        }
        out.extend(b"]>>");
    }

    /// Writes what there is to say of a part, apart from what it is in.
    fn element(
        &self,
        id: PartId,
        pages: &[ObjectId],
        annotations: &[Annotation],
        out: &mut Vec<u8>,
    ) {
        let part = self.scene.structure.part(id);
        out.extend(b"/S");
        syntax::name(tag(&part.role).as_bytes(), out);
        let kids = self.kids(id);
        let page = kids.iter().find_map(|kid| match kid {
            Kid::Mark(mark) => Some(mark.page),
            Kid::Part(_) => None,
        });
        if let Some(&object) = page.and_then(|page| pages.get(page)) {
            entry("Pg", &object.into(), out);
        }
        // Annotations stand in the order of the parts that they belong to.
        let from = annotations.partition_point(|annotation| annotation.part.0 < id.0);
        let own: Vec<&Annotation> = annotations[from..]
            .iter()
            .take_while(|annotation| annotation.part == id)
            .collect();
        if !kids.is_empty() || !own.is_empty() {
            inside(&kids, &own, page, pages, out);
        }
        if let Some(language) = &part.language {
            entry("Lang", &file::text(language), out);
        }
        if let Role::Figure { alt, .. } = &part.role {
            entry("Alt", &file::text(alt), out);
        }
        if let Some(attributes) = self.attributes(id) {
            entry("A", &Object::Dictionary(attributes), out);
        }
    }

    /// What a part holds, in the order of reading.
    fn kids(&self, id: PartId) -> Vec<Kid> {
        let mut marks = self.marks[id.0 as usize].iter().copied().peekable();
        let mut kids = Vec::new();
        for &child in &self.scene.structure.part(id).children {
            let Some(object) = self.object(child) else {
                continue;
            };
            let begins = self.first[child.0 as usize];
            while let Some(mark) = marks.next_if(|mark| mark.drawn < begins && begins != usize::MAX)
            {
                kids.push(Kid::Mark(mark));
            }
            kids.push(Kid::Part(object));
        }
        kids.extend(marks.map(Kid::Mark));
        kids
    }

    /// What is to be said of a part beyond its name (ISO 32000-1 §14.8.5).
    fn attributes(&self, id: PartId) -> Option<Dictionary> {
        match &self.scene.structure.part(id).role {
            Role::List { numbered } => {
                let numbering = match (self.has_labels(id), numbered) {
                    (false, _) => "None",
                    (true, false) => "Disc",
                    (true, true) => "Decimal",
                };
                Some(dictionary! { "O" => "List", "ListNumbering" => numbering })
            }
            Role::HeaderCell { of_row } => {
                let scope = if *of_row { "Row" } else { "Column" };
                Some(dictionary! { "O" => "Table", "Scope" => scope })
            }
            Role::Figure {
                place: (page, frame),
                ..
            } => {
                let height = self.scene.pages.get(*page)?.height;
                Some(dictionary! {
                    "O" => "Layout",
                    "Placement" => "Block",
                    "BBox" => file::corners(*frame, height),
                    "Width" => coarse(frame.width),
                    "Height" => coarse(frame.height),
                })
            }
            _ => None,
        }
    }

    fn has_labels(&self, list: PartId) -> bool {
        let structure = &self.scene.structure;
        structure.part(list).children.iter().any(|&item| {
            structure.part(item).children.iter().any(|&piece| {
                structure.part(piece).role == Role::Label && self.object(piece).is_some()
            })
        })
    }
}

/// Writes what is in a part that begins on this page: other parts, stretches of text, and links.
fn inside(
    kids: &[Kid],
    links: &[&Annotation],
    page: Option<usize>,
    pages: &[ObjectId],
    out: &mut Vec<u8>,
) {
    out.extend(b"/K[");
    for (place, kid) in kids.iter().enumerate() {
        if place > 0 {
            out.push(b' ');
        }
        match *kid {
            Kid::Part(object) => syntax::reference(object, out),
            Kid::Mark(mark) if Some(mark.page) == page => {
                syntax::integer(mark.number as i64, out);
            }
            Kid::Mark(mark) => syntax::dictionary(
                &dictionary! {
                    "Type" => "MCR",
                    "Pg" => pages.get(mark.page).map_or(Object::Null, |&page| page.into()),
                    "MCID" => Object::Integer(mark.number as i64),
                },
                out,
            ),
        }
    }
    for annotation in links {
        syntax::dictionary(
            &dictionary! {
                "Type" => "OBJR",
                "Pg" => annotation.page,
                "Obj" => annotation.object,
            },
            out,
        );
    }
    out.push(b']');
}
