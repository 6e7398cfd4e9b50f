//! Scenes to write.

use std::sync::Arc;

use noticeboard::print::code::Code;
use noticeboard::print::picture::Picture;
use noticeboard::print::scene::{
    Bookmark, Colour, Drawing, Goal, Meaning, PartId, Pixels, Raster, Role, Segment, Shape, Stroke,
};

use crate::setting::{INK, Sheet, a4, face, frame, rectangle, run};

const WHITE: Colour = Colour::Rgb(255, 255, 255);
const BRAND: Colour = Colour::Rgb(0, 84, 110);

/// One of everything that a scene can hold, on two pages, drawn in an order that is not that of reading.
#[expect(
    clippy::too_many_lines,
    reason = "one of everything is many things, each once"
)]
pub(crate) fn everything() -> Sheet {
    let mut sheet = Sheet::new();
    sheet.scene.pages.push(a4());
    let regular = face("Regular");
    let bold = face("Bold");
    let root = sheet.root();

    // The structure first, in the order of reading.
    let heading = sheet.part(root, Role::Heading(1));
    let contents = sheet.part(root, Role::Contents);
    let entry = sheet.part(contents, Role::ContentsItem);
    let jump = sheet.part(
        entry,
        link("https://eastvale.example/#mind", "Mind these", 330.0),
    );
    let section = sheet.part(root, Role::Section);
    let paragraph = sheet.part(section, Role::Paragraph);
    let welsh = sheet.part(paragraph, Role::Span);
    sheet.scene.structure.part_mut(welsh).language = Some("cy".to_owned());
    let phone = sheet.part(paragraph, link("tel:+441632960123", "", 180.0));
    let second = sheet.part(section, Role::Heading(2));
    let list = sheet.part(section, Role::List { numbered: true });
    let (label, body) = item(&mut sheet, list);
    let plain = sheet.part(section, Role::List { numbered: false });
    let unlabelled = sheet.part(plain, Role::ListItem);
    let unlabelled = sheet.part(unlabelled, Role::ListBody);
    let table = sheet.part(section, Role::Table);
    let caption = sheet.part(table, Role::Caption);
    let head = sheet.part(table, Role::Row);
    let corner = sheet.part(head, Role::HeaderCell { of_row: false });
    let column = sheet.part(head, Role::HeaderCell { of_row: false });
    let row = sheet.part(table, Role::Row);
    let side = sheet.part(row, Role::HeaderCell { of_row: true });
    let cell = sheet.part(row, Role::Cell);
    let empty_row = sheet.part(table, Role::Row);
    sheet.part(empty_row, Role::HeaderCell { of_row: true });
    sheet.part(empty_row, Role::Cell);
    let figure = sheet.part(
        root,
        Role::Figure {
            alt: "The badge of Eastvale: a green hill".to_owned(),
            place: (1, frame(60.0, 60.0, 120.0, 90.0)),
        },
    );
    let note = sheet.part(root, Role::Note);
    let long = sheet.part(root, Role::Paragraph);
    // Nothing is ever drawn of this one.
    sheet.part(root, Role::Paragraph);

    // Then the drawing, from the foot of the page upwards.
    let ground = rectangle(frame(0.0, 0.0, 595.276, 110.0), BRAND);
    sheet.draw(0, Meaning::Artifact, Drawing::Shape(ground));
    let mut put = |part, y: f32, text: &str| {
        let run = run(&regular, 12.0, (60.0, y), text);
        sheet.text(part, run);
    };
    put(cell, 460.0, "Up to two years ");
    put(side, 440.0, "Sharing images ");
    put(column, 420.0, "Penalty ");
    put(corner, 400.0, "Offence ");
    put(caption, 380.0, "What the law says ");
    put(unlabelled, 360.0, "Without a bullet ");
    put(body, 340.0, "Ask first. ");
    put(label, 340.0, "1. ");
    put(jump, 330.0, "Mind these ");
    put(paragraph, 160.0, "Office fifth affluent waffle. In Welsh: ");
    put(welsh, 170.0, "Cadwch blant yn ddiogel. ");
    put(phone, 180.0, "01632 960123 ");
    put(paragraph, 190.0, "is the number; soft hyph\u{AD}en. ");
    put(note, 700.0, "A note at the foot. ");
    put(long, 800.0, "This one begins here ");
    let mut title = run(&bold, 48.0, (60.0, 80.0), "Email");
    title.colour = WHITE;
    sheet.text(heading, title);
    sheet.text(second, run(&bold, 18.0, (60.0, 300.0), "Mind these"));
    let mut later = run(&regular, 12.0, (60.0, 40.0), "and ends there.");
    later.language = Some("en-US".into());
    sheet.draw(1, Meaning::Part(long), Drawing::Glyphs(later));
    let number = run(&regular, 12.0, (500.0, 820.0), "Page 2");
    sheet.draw(1, Meaning::Artifact, Drawing::Glyphs(number));

    let hill = Arc::new(Pixels {
        width: 4,
        height: 3,
        rgb: (0..36).map(|sample| sample * 7).collect(),
        alpha: Some(vec![0, 80, 160, 255, 0, 80, 160, 255, 255, 255, 255, 255]),
    });
    for y in [60.0, 110.0] {
        let raster = Raster {
            pixels: Arc::clone(&hill),
            frame: frame(60.0, y, 60.0, 45.0),
        };
        sheet.draw(1, Meaning::Part(figure), Drawing::Raster(raster));
    }
    sheet.draw(1, Meaning::Artifact, Drawing::Shape(star()));

    sheet.scene.outline = vec![
        Bookmark {
            title: "Email".to_owned(),
            page: 0,
            y: 30.0,
            children: vec![Bookmark {
                title: "Mind these – carefully".to_owned(),
                page: 0,
                y: 285.0,
                children: Vec::new(),
            }],
        },
        Bookmark {
            title: "Badge".to_owned(),
            page: 1,
            y: 60.0,
            children: Vec::new(),
        },
    ];
    sheet
}

fn link(address: &str, description: &str, y: f32) -> Role {
    Role::Link {
        to: Goal::Address(address.to_owned()),
        description: description.to_owned(),
        boxes: vec![(0, frame(60.0, y - 12.0, 80.0, 16.0))],
    }
}

fn item(sheet: &mut Sheet, list: PartId) -> (PartId, PartId) {
    let item = sheet.part(list, Role::ListItem);
    let label = sheet.part(item, Role::Label);
    (label, sheet.part(item, Role::ListBody))
}

/// A star that crosses itself, with a line along it and a curve beneath.
fn star() -> Shape {
    let corner = |number: u8| {
        let turn = f32::from(number) * std::f32::consts::TAU * 0.4;
        (300.0 + 60.0 * turn.sin(), 300.0 - 60.0 * turn.cos())
    };
    let mut path: Vec<Segment> = (0..5)
        .map(|number| match (number, corner(number)) {
            (0, (x, y)) => Segment::Move(x, y),
            (_, (x, y)) => Segment::Line(x, y),
        })
        .collect();
    path.extend([
        Segment::Close,
        Segment::Move(240.0, 380.0),
        Segment::Curve(280.0, 400.0, 320.0, 400.0, 360.0, 380.0),
    ]);
    Shape {
        path,
        fill: Some(Colour::Rgb(240, 180, 0)),
        even_odd: true,
        stroke: Some(Stroke {
            colour: INK,
            width: 2.0,
            round: true,
        }),
    }
}

const STATEMENTS: [&str; 12] = [
    "Use the account your organisation gives you, and no other, for all contact with children and families.",
    "Copy a colleague or a shared mailbox into every message to a child, so that nobody writes alone.",
    "Write as you would on headed paper: plain, kind, and fit to be read by anybody's manager.",
    "Check the address before you send; a first letter is enough for the wrong Jo to be suggested.",
    "Keep what you were sent. Do not delete a message that worries you, but tell the safeguarding lead.",
    "Think about the hour. A message at night asks for an answer at night, and blurs the line.",
    "Ask parents how they want to be reached, and write it down where the whole team can find it.",
    "Do not forward pictures of children, even within the office, unless the policy says that you may.",
    "Never give out your own number or address, and never ask a child for theirs in private.",
    "If a child writes to your own account, answer from the official one, and tell your manager today.",
    "Sign with your full name, your role, and the telephone number of the office, every single time.",
    "Leave jokes, nicknames, kisses and emojis out: affection is easily misread on a screen.",
];

/// A poster as posters are: three faces, three columns, a logo, icons, a QR code.
pub(crate) fn poster() -> Sheet {
    let mut sheet = Sheet::new();
    let (regular, bold, black) = (face("Regular"), face("Bold"), face("Black"));
    let root = sheet.root();
    let band = rectangle(frame(0.0, 0.0, 595.276, 120.0), BRAND);
    sheet.draw(0, Meaning::Artifact, Drawing::Shape(band));

    let logo = Picture::read(LOGO.as_bytes()).expect("the logo is lawful");
    let place = frame(450.0, 20.0, 110.0, 80.0);
    let badge = sheet.part(
        root,
        Role::Figure {
            alt: "Eastvale".to_owned(),
            place: (0, place),
        },
    );
    for drawing in logo.place(place, WHITE) {
        sheet.draw(0, Meaning::Part(badge), drawing);
    }
    let title = sheet.part(root, Role::Heading(1));
    let mut words = run(&black, 64.0, (40.0, 85.0), "Email");
    words.colour = WHITE;
    sheet.text(title, words);

    for column in 0..3 {
        let x = 40.0 + 175.0 * column as f32;
        let section = sheet.part(root, Role::Section);
        let heading = sheet.part(section, Role::Heading(2));
        let name = ["Best practice", "Safe practice", "Poor practice"][column];
        sheet.text(heading, run(&bold, 18.0, (x, 160.0), name));
        let list = sheet.part(section, Role::List { numbered: false });
        let mut y = 185.0;
        for statement in STATEMENTS.iter().skip(column * 2).take(10) {
            let (label, body) = item(&mut sheet, list);
            sheet.text(label, run(&bold, 12.0, (x, y), "• "));
            for line in lines(statement, 28) {
                sheet.text(body, run(&regular, 12.0, (x + 10.0, y), &line));
                y += 15.0;
            }
            y += 3.0;
        }
    }

    let place = frame(470.0, 735.0, 85.0, 85.0);
    let code = sheet.part(
        root,
        Role::Figure {
            alt: "QR code: this page on the web".to_owned(),
            place: (0, place),
        },
    );
    let address = "https://eastvale.example/email/";
    for shape in Code::of(address)
        .expect("it is short")
        .place(place, INK, WHITE)
    {
        sheet.draw(0, Meaning::Part(code), Drawing::Shape(shape));
    }
    let foot = sheet.part(root, Role::Paragraph);
    let to = sheet.part(
        foot,
        Role::Link {
            to: Goal::Address(address.to_owned()),
            description: "Email, on the web".to_owned(),
            boxes: vec![(0, frame(40.0, 788.0, 200.0, 16.0))],
        },
    );
    sheet.text(
        to,
        run(&regular, 12.0, (40.0, 800.0), "eastvale.example/email "),
    );
    sheet.text(
        foot,
        run(
            &regular,
            12.0,
            (250.0, 800.0),
            "Version 2.1, review by 1 March 2028",
        ),
    );
    sheet
}

/// Lines of about this many letters, each with the space that parts it from the next.
fn lines(text: &str, length: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_inclusive(' ') {
        match lines.last_mut() {
            Some(line) if line.len() + word.len() <= length => line.push_str(word),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

pub(crate) const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 160">
<path d="M10 150C60 20 160 20 210 150Z" fill="#2f7d4f"/>
<circle cx="150" cy="50" r="30" fill="#f4c542"/>
<path d="M20 150H200" stroke="currentColor" stroke-width="6" stroke-linecap="round" stroke-linejoin="round" fill="none"/>
</svg>"##;
