//! The last page: whom to call, and the way to the website.

use std::sync::Arc;

use super::composer::{Hand, Look};
use crate::edition::Contact;
use crate::handbook::Named;
use crate::print::code::Code;
use crate::print::layout::{
    Align, Art, Cell, Grows, Length, Panel, Picture, Piece, Row, Sides, Stack, Upright,
};
use crate::print::scene::{Goal, Role};
use crate::print::text::Style;
use crate::web::phone_address;

/// How wide the code is, in points: 35 mm.
const CODE: f32 = 99.0;

impl Hand<'_> {
    /// The whole last page.
    pub(super) fn back(&self) -> Piece {
        let page = self.layout.page;
        let side = Length::points(page.side);
        let back = &self.handbook.back;
        let mut pieces: Vec<Piece> = Vec::new();
        if !back.contacts.is_empty() {
            let look = Look {
                style: Style::Black,
                leading: 1.05,
                ..self.heading(1, self.layout.sizes.chapter)
            };
            pieces.push(self.plain(self.words.get("contacts"), &look).into());
            let contacts = back
                .contacts
                .iter()
                .map(|contact| self.call(contact))
                .collect();
            pieces.push(Stack::new(contacts, self.lines(1.1)).into());
        }
        let space = pieces.len();
        pieces.push(Piece::Space(Length::default()));
        pieces.extend(self.way_to_site());
        let mut body = Stack::new(pieces, self.lines(1.2));
        body.grows = Grows::One(space);
        let body = Panel::new(
            body.into(),
            Sides {
                top: Length::points(page.top * 1.6),
                side,
                bottom: Length::points(page.bottom),
            },
        );
        let mut whole = Stack::new(vec![body.into(), self.imprint()], Length::default());
        whole.grows = Grows::One(0);
        Piece::from(whole).part(Role::Section)
    }

    /// A contact and its number in large type.
    fn call(&self, contact: &Contact) -> Piece {
        let sizes = self.layout.sizes;
        let quiet = Look {
            prose: false,
            ..self.body()
        };
        let name = Look {
            size: sizes.subheading,
            style: Style::Bold,
            ..quiet.clone()
        };
        let mut pieces: Vec<Piece> = vec![
            self.plain(Named::of(&contact.name, self.edition), &name)
                .into(),
        ];
        let reach = [
            (contact.phone.as_ref(), "tel"),
            (contact.email.as_ref(), "mailto"),
        ];
        let reach = reach
            .into_iter()
            .find_map(|(way, scheme)| Some((&way?.value, scheme)));
        if let Some((way, scheme)) = reach {
            let look = Look {
                size: sizes.chapter * 0.9,
                style: Style::Black,
                leading: 1.1,
                colour: self.palette.heading,
                ..quiet.clone()
            };
            let address = match scheme {
                "tel" => phone_address(scheme, way),
                _ => format!("{scheme}:{way}"),
            };
            let description = format!("{} {way}", contact.name.value);
            let mut text = self.linked(way, Goal::Address(address), description, &look);
            text.size = crate::print::layout::Size::Fill {
                max: look.size,
                least: sizes.body,
                one_line: sizes.body,
                lines: 1,
                required: 0.0,
            };
            pieces.push(text.into());
        }
        if let Some(purpose) = &contact.purpose {
            pieces.push(self.plain(Named::of_line(&purpose.content), &quiet).into());
        }
        pieces.extend(
            contact
                .hours
                .as_ref()
                .map(|hours| Piece::from(self.plain(Named::of(hours, self.edition), &quiet))),
        );
        Piece::from(Stack::new(pieces, self.between(0.0))).part(Role::Section)
    }

    /// The code, and the address for those who would rather type it.
    fn way_to_site(&self) -> Option<Piece> {
        let address = self.handbook.back.address?;
        let shown = address
            .trim_start_matches("https://")
            .trim_end_matches('/')
            .to_owned();
        let look = Look {
            size: self.layout.sizes.subheading,
            style: Style::Bold,
            prose: false,
            ..self.body()
        };
        let label = self.plain(self.words.get("scan_for_guidance"), &look);
        let link = self.linked(
            &shown,
            Goal::Address(address.to_owned()),
            self.words
                .format("full_guidance_at", &[("address", shown.as_str().into())]),
            &Look {
                prose: false,
                ..self.body()
            },
        );
        let words = Stack::new(vec![label.into(), link.into()], self.between(0.1));
        // An address too long for a code is left to be typed.
        let Ok(code) = Code::of(address) else {
            return Some(words.into());
        };
        let code: Arc<dyn Art> = Arc::new(code);
        Some(
            Row {
                cells: vec![
                    Cell::fixed(
                        Picture {
                            art: code,
                            height: Length::points(CODE),
                            max_width: Length::points(CODE),
                            ink: self.palette.ink,
                            alt: Some(
                                self.words
                                    .format(
                                        "full_guidance_at",
                                        &[("address", shown.as_str().into())],
                                    )
                                    .into(),
                            ),
                            align: Align::Start,
                        },
                        Length::points(CODE),
                    ),
                    Cell::share(words, 1.0),
                ],
                gap: Length::points(18.0),
                upright: Upright::Middle,
                balance: &[],
            }
            .into(),
        )
    }

    /// The board, and until when this holds, on a band.
    fn imprint(&self) -> Piece {
        let page = self.layout.page;
        let ground = self.palette.ground(self.layout.colours.cover);
        let look = Look {
            colour: ground.text,
            prose: false,
            ..self.body()
        };
        let name = Look {
            style: Style::Bold,
            ..look.clone()
        };
        let mut pieces: Vec<Piece> = vec![self.plain(&self.handbook.back.name, &name).into()];
        pieces.extend(
            self.handbook
                .back
                .review
                .as_ref()
                .map(|review| Piece::from(self.plain(review, &look))),
        );
        Panel::new(
            Stack::new(pieces, self.between(0.0)).into(),
            Sides {
                top: Length::points(page.bottom),
                side: Length::points(page.side),
                bottom: Length::points(page.bottom),
            },
        )
        .filled(ground.fill)
        .into()
    }
}
