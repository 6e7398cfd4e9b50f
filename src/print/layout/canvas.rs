//! What has been drawn so far, and what it means.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Piece;
use super::piece::Thread;
use crate::diagnostic::Span;
use crate::print::scene::{Drawing, Frame, Item, Meaning, Page, PartId, Place, Role, Structure};
use crate::print::text::{Direction, Fonts};

/// The pages and the structure in the making.
#[derive(Debug)]
pub(crate) struct Canvas<'f> {
    pub(super) fonts: &'f Fonts,
    pages: Vec<Page>,
    structure: Structure,
    /// The part that is being drawn.
    part: PartId,
    /// The parts that go on on other pages.
    threads: BTreeMap<Thread, PartId>,
    /// Whether what is being drawn is for the eye alone.
    unread: bool,
    direction: Direction,
    texts: Vec<SetText>,
    places: Vec<Place>,
    /// Notes whose marks stand on this page: what they say, and their parts.
    notes: Vec<(Arc<Piece>, PartId)>,
}

/// All that has been drawn.
#[derive(Debug)]
pub(crate) struct Drawn {
    /// The pages.
    pub(crate) pages: Vec<Page>,
    /// What they mean.
    pub(crate) structure: Structure,
    /// The places with names.
    pub(crate) places: Vec<Place>,
    /// Every text as it was set.
    pub(crate) texts: Vec<SetText>,
}

/// A text as it was set: for tests, and for the message about what doesn't fit.
#[derive(Debug, Clone)]
#[cfg_attr(
    not(test),
    expect(dead_code, reason = "where a text stands is for the tests to judge")
)]
pub(crate) struct SetText {
    /// The page it stands on, by its index.
    pub(crate) page: usize,
    /// Whether it is for the eye alone, and says what has been said already.
    pub(crate) unread: bool,
    /// The statement that it says.
    pub(crate) statement: Option<Span>,
    /// The words.
    pub(crate) text: String,
    /// How many lines it takes.
    pub(crate) lines: usize,
    /// The box it was given.
    pub(crate) frame: Frame,
    /// The left edge of the line that begins furthest left, from what hangs out of the box on.
    pub(crate) left: f32,
    /// The right edge of its widest line.
    pub(crate) reach: f32,
    /// The baseline of its last line.
    pub(crate) baseline: f32,
    /// Its size in points.
    pub(crate) size: f32,
    /// The size in points that it must have, and where its words were written.
    pub(crate) from_afar: Option<(f32, Span)>,
}

impl SetText {
    /// Makes it so many times as large.
    pub(crate) fn magnify(&mut self, times: f32) {
        self.frame = self.frame.magnified(times);
        self.left *= times;
        self.reach *= times;
        self.baseline *= times;
        self.size *= times;
    }
}

impl<'f> Canvas<'f> {
    /// One empty page.
    pub(crate) fn new(width: f32, height: f32, direction: Direction, fonts: &'f Fonts) -> Self {
        let structure = Structure::new();
        let mut canvas = Self {
            fonts,
            pages: Vec::new(),
            part: structure.root(),
            structure,
            threads: BTreeMap::new(),
            unread: false,
            direction,
            texts: Vec::new(),
            places: Vec::new(),
            notes: Vec::new(),
        };
        canvas.add_page(width, height);
        canvas
    }

    /// Goes on on a new page.
    pub(crate) fn add_page(&mut self, width: f32, height: f32) {
        self.pages.push(Page {
            width,
            height,
            items: Vec::new(),
        });
    }

    /// The whole page that is being drawn.
    pub(crate) fn sheet(&self) -> Frame {
        let (width, height) = self
            .pages
            .last()
            .map_or((0.0, 0.0), |page| (page.width, page.height));
        Frame {
            x: 0.0,
            y: 0.0,
            width,
            height,
        }
    }

    /// The pages and what they mean.
    pub(crate) fn finish(self) -> Drawn {
        Drawn {
            pages: self.pages,
            structure: self.structure,
            places: self.places,
            texts: self.texts,
        }
    }

    /// Remembers a place with a name on this page.
    pub(super) fn add_place(&mut self, name: &Arc<str>, y: f32) {
        if !self.unread {
            self.places.push(Place {
                name: Arc::clone(name),
                page: self.page(),
                y,
            });
        }
    }

    /// Makes a part for a note, which is drawn at the foot of this page.
    pub(super) fn add_note(&mut self, piece: Arc<Piece>) {
        if !self.unread {
            let part = self.add_part(self.part, Role::Note);
            self.notes.push((piece, part));
        }
    }

    /// The notes of this page, to be drawn.
    pub(super) fn take_notes(&mut self) -> Vec<(Arc<Piece>, PartId)> {
        std::mem::take(&mut self.notes)
    }

    /// Draws inside a part that is there already.
    pub(super) fn inside(&mut self, part: PartId, draw: impl FnOnce(&mut Self)) {
        let outside = std::mem::replace(&mut self.part, part);
        draw(self);
        self.part = outside;
    }

    /// Forgets which parts go on: what follows is no continuation of anything.
    pub(super) fn end_threads(&mut self) {
        self.threads.clear();
    }

    /// The index of the page that is being drawn.
    pub(super) fn page(&self) -> usize {
        self.pages.len() - 1
    }

    /// The part that is being drawn.
    pub(super) fn part(&self) -> PartId {
        self.part
    }

    /// The left edge of something that is so wide and stands so far along from where reading begins: from the left edge of
    /// the frame, or from the right one where text runs right to left.
    pub(super) fn along(&self, frame: Frame, offset: f32, width: f32) -> f32 {
        match self.direction {
            Direction::LeftToRight => frame.x + offset,
            Direction::RightToLeft => frame.x + frame.width - offset - width,
        }
    }

    /// Draws something that is content of this part.
    pub(super) fn draw_content(&mut self, part: PartId, drawing: Drawing) {
        if self.unread {
            self.draw_artifact(drawing);
        } else {
            self.push(Meaning::Part(part), drawing);
        }
    }

    /// Draws something that means nothing.
    pub(super) fn draw_artifact(&mut self, drawing: Drawing) {
        self.push(Meaning::Artifact, drawing);
    }

    fn push(&mut self, meaning: Meaning, drawing: Drawing) {
        if let Some(page) = self.pages.last_mut() {
            page.items.push(Item { meaning, drawing });
        }
    }

    /// Whether what is being drawn is for the eye alone.
    pub(super) fn is_unread(&self) -> bool {
        self.unread
    }

    /// Adds a part inside another.
    pub(super) fn add_part(&mut self, parent: PartId, role: Role) -> PartId {
        if self.unread {
            return parent;
        }
        self.structure.add(parent, role)
    }

    /// Says in which language a part is, where that isn't the one of the document.
    pub(super) fn say_language(&mut self, part: PartId, language: &str) {
        self.structure.part_mut(part).language = Some(language.to_owned());
    }

    /// Adds a box that can be clicked to a link.
    pub(super) fn add_link_box(&mut self, link: PartId, frame: Frame) {
        let page = self.page();
        if !self.unread
            && let Role::Link { boxes, .. } = &mut self.structure.part_mut(link).role
        {
            boxes.push((page, frame));
        }
    }

    /// Draws inside a new part, or inside the one that has this thread and goes on here.
    pub(super) fn within(
        &mut self,
        role: Role,
        thread: Option<Thread>,
        draw: impl FnOnce(&mut Self),
    ) {
        let outside = self.part;
        let begun = thread.and_then(|thread| self.threads.get(&thread).copied());
        self.part = begun.unwrap_or_else(|| self.add_part(outside, role));
        if let Some(thread) = thread {
            self.threads.insert(thread, self.part);
        }
        draw(self);
        self.part = outside;
    }

    /// Draws something for the eye alone: nothing of it enters the structure.
    pub(super) fn unread(&mut self, draw: impl FnOnce(&mut Self)) {
        let outside = std::mem::replace(&mut self.unread, true);
        draw(self);
        self.unread = outside;
    }

    /// Remembers a text that was set.
    pub(super) fn note(&mut self, text: SetText) {
        self.texts.push(text);
    }
}
