//! `noticeboard new`: an edition, channel, section or theme to begin with.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::arguments::{
    New, NewChannel, NewEdition, NewSection, NewTheme, NewTitled, Places, Printing,
};
use super::questions::{Question, Questions, questions};
use super::terminal;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::new::{self, Below, OwnContact};
use crate::pack::shape::Kind;
use crate::pack::{self, Pack, slug};
use crate::source::Sources;
use crate::source::folder::display;
use crate::theme::Themes;

/// What is to be written, and what to do then.
struct Draft {
    file: PathBuf,
    text: String,
    then: String,
}

pub(super) fn run(arguments: &New) -> ExitCode {
    let mut sources = Sources::new();
    let mut questions = questions();
    let (draft, printing) = match arguments {
        New::Edition(edition) => (
            of_edition(edition, &mut sources, &mut questions),
            &edition.printing,
        ),
        New::Channel(channel) => (
            of_channel(channel, &mut sources, &mut questions),
            &channel.printing,
        ),
        New::Section(section) => (
            of_section(section, &mut sources, &mut questions),
            &section.printing,
        ),
        New::Theme(theme) => (of_theme(theme, &mut questions), &theme.printing),
    };
    let mut problems = questions.problems;
    // Once something is lacking, nothing is written.
    if let Some(draft) = draft.filter(|_| problems.errors() == 0) {
        match write(&draft) {
            Ok(()) => say(&draft, printing),
            Err(problem) => problems.push(problem),
        }
    }
    terminal::problems(&problems, &sources, printing.color);
    ExitCode::from(terminal::exit_code(&problems))
}

fn say(draft: &Draft, printing: &Printing) {
    if !printing.quiet {
        terminal::say(&format!(
            "{} is written. {}",
            display(&draft.file),
            draft.then
        ));
    }
}

fn write(draft: &Draft) -> Result<(), Diagnostic> {
    let write = || {
        if let Some(folder) = draft.file.parent() {
            fs::create_dir_all(folder)?;
        }
        // `create_new` never overwrites what is there.
        fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&draft.file)?
            .write_all(draft.text.as_bytes())
    };
    write().map_err(|error| {
        Diagnostic::new(
            Code::Unwritable,
            format!("{} can't be written: {error}", display(&draft.file)),
        )
    })
}

/// The pack that something is added to. What is wrong with it otherwise, `check` says.
fn pack(places: &Places, sources: &mut Sources, problems: &mut Diagnostics) -> Option<Pack> {
    let mut found = Diagnostics::new();
    let pack = pack::read(&places.content, sources, &mut found);
    if pack.is_none() {
        problems.extend(found);
    }
    pack
}

/// The id: as it was given, or made of its name.
fn id<R: std::io::BufRead>(
    given: Option<&str>,
    name: Option<&str>,
    questions: &mut Questions<R>,
) -> Option<String> {
    if given.is_none() && name.is_none() {
        // It would have been made of the name; that the name lacks has been said.
        return None;
    }
    let made = name.and_then(|name| Some(slug(name)).filter(|id| !id.is_empty()));
    let question = Question {
        about: "Its id, by which files and commands call it",
        option: "ID",
        example: "north-vale",
        kind: Kind::Slug,
    };
    questions.needed(&question, given.or(made.as_deref()))
}

fn of_edition<R: std::io::BufRead>(
    arguments: &NewEdition,
    sources: &mut Sources,
    questions: &mut Questions<R>,
) -> Option<Draft> {
    let pack = pack(&arguments.places, sources, &mut questions.problems)?;
    let name = questions.needed(
        &Question {
            about: "The name of the edition, as people know it",
            option: "--name",
            example: "North Vale Council",
            kind: Kind::Plain,
        },
        arguments.name.as_deref(),
    );
    let id = id(arguments.id.as_deref(), name.as_deref(), questions);
    if let Some(there) = id.as_deref().and_then(|id| pack.layer(id)) {
        questions.problems.push(
            Diagnostic::new(
                Code::DuplicateEdition,
                format!("there is an edition `{}` already", there.id),
            )
            .at(there.at, "")
            .help("choose another id, or change this one"),
        );
    }
    let extends = questions.may(
        &Question {
            about: "Another edition to build on, as a school builds on its county; a council mostly builds on none",
            option: "--extends",
            example: pack.editions.first().map_or("county", |first| &first.id),
            kind: Kind::Slug,
        },
        arguments.extends.as_deref(),
    );
    if let Some(Err(problem)) = extends.as_deref().map(|id| pack.needed_layer(id)) {
        questions.problems.push(problem);
    }
    let below = Below::of(&pack, extends.as_deref());
    let new = new::NewEdition {
        name: name.clone().unwrap_or_default(),
        extends,
        region: questions.may(
            &Question {
                about: "Its region, under which it is listed",
                option: "--region",
                example: "The Vales",
                kind: Kind::Plain,
            },
            arguments.region.as_deref(),
        ),
        url: questions.may(
            &Question {
                about: "Where its website will be; QR codes on posters lead there",
                option: "--url",
                example: "https://www.northvale.example/online/",
                kind: Kind::Address,
            },
            arguments.url.as_deref(),
        ),
        colour: questions.may(
            &Question {
                about: "Its main colour",
                option: "--brand",
                example: "#1f4e79",
                kind: Kind::Colour,
            },
            arguments.colour.as_deref(),
        ),
        contacts: contacts(arguments, &below, questions),
        review: questions.may(
            &Question {
                about: "The day on which somebody looks at it again",
                option: "--review",
                example: below.review.as_deref().unwrap_or("2027-09-01"),
                kind: Kind::Date,
            },
            arguments.review.as_deref(),
        ),
    };
    let id = name.and(id)?;
    let folder = arguments.places.content.join("editions").join(&id);
    Some(Draft {
        file: folder.join("edition.yml"),
        text: new::edition(&new, &below),
        then: format!(
            "Change what you like, and make it:\n\n  noticeboard build --edition {id}{}\n\nThen its website is in output/{id}, and its posters in output/{id}/posters.",
            elsewhere(&arguments.places)
        ),
    })
}

/// Contacts with a phone number or an email address of its own: both are asked for, as whoever has one of them has mostly the other.
fn contacts<R: std::io::BufRead>(
    arguments: &NewEdition,
    below: &Below,
    questions: &mut Questions<R>,
) -> Vec<OwnContact> {
    for (id, _) in arguments.phones.iter().chain(&arguments.emails) {
        if !below.contacts.iter().any(|contact| contact.id == *id) {
            let known = below.contacts.iter().map(|contact| contact.id.as_str());
            questions.problems.push(
                Diagnostic::new(Code::UnknownName, format!("there is no contact `{id}`"))
                    .suggest(id, known),
            );
        }
    }
    let given = |list: &[(String, String)], id: &str| {
        let found = list.iter().find(|(contact, _)| contact == id);
        found.map(|(_, own)| own.clone())
    };
    let mut contacts = Vec::new();
    for contact in &below.contacts {
        let mut own = |what: &str, option: &str, below: &str, example: &str, kind: Kind, list| {
            let given = given(list, &contact.id);
            if given.is_none() && !contact.is_local {
                return None;
            }
            let about = format!("The {what} of \"{}\" here", contact.name);
            let question = Question {
                about: &about,
                option,
                example: if below.is_empty() { example } else { below },
                kind,
            };
            if below.is_empty() {
                questions.may(&question, given.as_deref())
            } else {
                questions.instead(&question, given.as_deref())
            }
        };
        let phone = own(
            "phone number",
            "--phone",
            &contact.phone,
            "01632 960 100",
            Kind::Plain,
            &arguments.phones,
        );
        let email = own(
            "email address",
            "--email",
            &contact.email,
            "duty@northvale.example",
            Kind::Email,
            &arguments.emails,
        );
        if phone.is_some() || email.is_some() {
            contacts.push(OwnContact {
                id: contact.id.clone(),
                phone,
                email,
            });
        }
    }
    contacts
}

/// The folder of the pack, or of the edition that something is for.
fn folder_of(
    pack: &Pack,
    edition: Option<&str>,
    places: &Places,
    problems: &mut Diagnostics,
) -> Option<PathBuf> {
    let Some(id) = edition else {
        return Some(places.content.clone());
    };
    match pack.needed_layer(id) {
        Ok(_) => Some(places.content.join("editions").join(id)),
        Err(problem) => {
            problems.push(problem);
            None
        }
    }
}

/// Says that something stands there already, in the pack or in a layer on the way to the edition.
fn not_twice(pack: &Pack, edition: Option<&str>, key: &str, id: &str, problems: &mut Diagnostics) {
    let mut layers: Vec<_> = pack.below.iter().chain([&pack.base]).collect();
    let mut next = edition.and_then(|id| pack.layer(id));
    while let Some(layer) = next.filter(|next| !layers.iter().any(|known| known.id == next.id)) {
        layers.push(layer);
        next = layer
            .extends
            .as_ref()
            .and_then(|extends| pack.layer(&extends.value));
    }
    let there = layers
        .iter()
        .flat_map(|layer| &layer.trees)
        .find_map(|tree| {
            let entries = tree.get(key)?.entries();
            entries.iter().find(|entry| *entry.key == *id)
        });
    if let Some(there) = there {
        let at = Span {
            end: there.at.start,
            ..there.at
        };
        let thing = pack::shape::one_of_list(key);
        problems.push(
            Diagnostic::new(
                Code::DuplicateId,
                format!("there is a {thing} `{id}` already"),
            )
            .at(at, "")
            .help("choose another id; an edition that changes it has a file of the same name that says only what differs"),
        );
    }
}

/// How everything begins that has a title.
struct Beginning {
    /// What it is added to.
    pack: Pack,
    title: Option<String>,
    id: Option<String>,
    /// The folder of the pack or of the edition.
    folder: Option<PathBuf>,
}

/// Reads the pack, asks for the title and the id of `thing`, and finds the folder that it belongs in. `None` without a pack.
fn begin<R: std::io::BufRead>(
    thing: &str,
    example: &str,
    arguments: &NewTitled,
    sources: &mut Sources,
    questions: &mut Questions<R>,
) -> Option<Beginning> {
    let pack = pack(&arguments.places, sources, &mut questions.problems)?;
    let about = format!("The title of the {thing}");
    let title = questions.needed(
        &Question {
            about: &about,
            option: "--title",
            example,
            kind: Kind::Plain,
        },
        arguments.title.as_deref(),
    );
    let id = id(arguments.id.as_deref(), title.as_deref(), questions);
    let edition = arguments.edition.as_deref();
    let folder = folder_of(&pack, edition, &arguments.places, &mut questions.problems);
    Some(Beginning {
        pack,
        title,
        id,
        folder,
    })
}

fn of_channel<R: std::io::BufRead>(
    arguments: &NewChannel,
    sources: &mut Sources,
    questions: &mut Questions<R>,
) -> Option<Draft> {
    let titled = &arguments.titled;
    let edition = titled.edition.as_deref();
    let new = begin("channel", "Class messaging", titled, sources, questions)?;
    let icon = questions.may(
        &Question {
            about: "Its icon, one of the theme's",
            option: "--icon",
            example: "message",
            kind: Kind::Slug,
        },
        arguments.icon.as_deref(),
    );
    let (title, id, folder) = (new.title?, new.id?, new.folder?);
    let problems = &mut questions.problems;
    not_twice(&new.pack, edition, "channels", &id, problems);
    let below = Below::of(&new.pack, edition);
    Some(Draft {
        file: folder.join("channels").join(format!("{id}.md")),
        text: new::channel(&new::NewChannel { title, icon }, &below),
        then: "Put in your words.".to_owned(),
    })
}

fn of_section<R: std::io::BufRead>(
    arguments: &NewSection,
    sources: &mut Sources,
    questions: &mut Questions<R>,
) -> Option<Draft> {
    let titled = &arguments.titled;
    let edition = titled.edition.as_deref();
    let new = begin("section", "Local arrangements", titled, sources, questions)?;
    let (title, id, folder) = (new.title?, new.id?, new.folder?);
    let problems = &mut questions.problems;
    not_twice(&new.pack, edition, "sections", &id, problems);
    let folder = folder.join("sections");
    let mut there = names(&titled.places.content.join("sections"));
    there.extend(names(&folder));
    let number = new::next_number(there.iter().map(String::as_str));
    Some(Draft {
        file: folder.join(format!("{number:02}-{id}.md")),
        text: new::section(&title),
        then: "Put in your words.".to_owned(),
    })
}

/// The names of the files in a folder; none if it isn't there.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

fn of_theme<R: std::io::BufRead>(
    arguments: &NewTheme,
    questions: &mut Questions<R>,
) -> Option<Draft> {
    let mut found = Diagnostics::new();
    let themes = Themes::read(&arguments.places.themes(), &mut found);
    let names = themes.names();
    let extends = arguments.extends.as_deref().unwrap_or("default");
    if !names.iter().any(|name| name == extends) {
        questions.problems.push(
            Diagnostic::new(Code::UnknownTheme, format!("there is no theme `{extends}`"))
                .suggest(extends, names.iter().map(String::as_str)),
        );
    }
    let question = Question {
        about: "The name of the theme",
        option: "after `noticeboard new theme`",
        example: "harbour",
        kind: Kind::Slug,
    };
    let id = questions.needed(&question, arguments.id.as_deref())?;
    if names.contains(&id) {
        questions.problems.push(
            Diagnostic::new(
                Code::DuplicateId,
                format!("there is a theme `{id}` already"),
            )
            .help("choose another name"),
        );
    }
    Some(Draft {
        file: arguments.places.themes().join(&id).join("theme.yml"),
        text: new::theme(&id, extends),
        then: format!("An edition takes it with the line `theme: {id}` in its edition.yml."),
    })
}

/// Where the pack is, for commands, if it is not where it mostly is.
fn elsewhere(places: &Places) -> String {
    if places.content == Path::new("content") {
        String::new()
    } else {
        format!(" --content {}", display(&places.content))
    }
}
