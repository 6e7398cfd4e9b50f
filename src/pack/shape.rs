//! Every key of every file, declared once.
//!
//! What stands here decides what may be written, how overlays merge it, what the messages say and what the reference in
//! `docs/pack-format.md` tells. The sentences after each key are that documentation.

use crate::diagnostic::Code;
use crate::edition::{HandbookPart, Region};

/// What kind of value a key takes, and so how an overlay changes it.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Words without markup. Terms may stand in it.
    Plain,
    /// A line or paragraph with inline Markdown.
    Text,
    /// Markdown of any length.
    Blocks,
    /// The body of a Markdown file.
    Body,
    /// The id of something: small letters, digits, hyphens.
    Slug,
    /// A day: 2027-09-01.
    Date,
    /// A web address with `https://`.
    Address,
    /// An email address.
    Email,
    /// A colour: `#1b365d`.
    Colour,
    /// The shares of the four inks of a print shop, in per cent: `[100, 70, 0, 20]`.
    Inks,
    /// `true` or `false`.
    Switch,
    /// A whole number.
    Number,
    /// How far away something is: `3m`.
    Distance,
    /// A file of the pack.
    File,
    /// A language: `en`, `cy`.
    Language,
    /// One of some words.
    Choice(&'static [&'static str]),
    /// Known keys, merged key by key.
    Record(&'static Record),
    /// Known keys that say one thing together, or the one of them that a plain string stands for: an overlay replaces all of
    /// them.
    Whole(&'static Record),
    /// Names of the author's choosing, merged name by name.
    Named(Naming, &'static Kind),
    /// A list that an overlay replaces as a whole.
    List(&'static Kind),
    /// A list of things with ids, merged by id.
    Things(&'static Record),
}

impl Kind {
    /// Whether it is something that people read or follow, and so may differ from language to language.
    pub(crate) fn is_words(&self) -> bool {
        matches!(
            self,
            Kind::Plain | Kind::Text | Kind::Blocks | Kind::Address | Kind::Email | Kind::File
        )
    }

    /// The kind of what stands under a key of it.
    pub(crate) fn of_key(&self, key: &str) -> Option<Kind> {
        match self {
            Kind::Record(record) => record.key(key).map(|key| key.kind),
            Kind::Named(_, inner) => Some(**inner),
            _ => None,
        }
    }

    /// Whether an overlay may change a part of it.
    pub(crate) fn has_parts(&self) -> bool {
        matches!(
            self,
            Kind::Body | Kind::Record(_) | Kind::Named(..) | Kind::Things(_)
        )
    }
}

/// What a thing of a list is, as it stands in a message.
pub(crate) fn one_of_list(list: &str) -> &str {
    match list {
        "channels" => "channel",
        "sections" => "section",
        "levels" => "level",
        "statistics" => "statistic",
        "contacts" => "contact",
        "glossary" => "glossary entry",
        "sources" => "source",
        "downloads" => "download",
        "audiences" => "audience",
        "worries" => "worry",
        other => other,
    }
}

/// What names may look like.
#[derive(Debug, Clone, Copy)]
pub enum Naming {
    /// Keys of a layer: `channels.email.title`, and `channels.email.title@cy` for what is said in Welsh.
    Key,
    /// Small letters, digits and hyphens.
    Slug,
    /// Small letters, digits and underscores, as terms have.
    Term,
    /// One of these.
    Among(&'static [&'static str]),
}

/// A group of keys that stand together.
#[derive(Debug)]
pub struct Record {
    /// What it is called in messages: "a statement".
    pub name: &'static str,
    /// The keys, in groups that several records may share.
    pub keys: &'static [&'static [Key]],
    /// The key that a plain string stands for, where one may be written instead of the whole.
    pub short_form: Option<&'static str>,
}

/// A key.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// Whether it must be there in the end, once overlays are merged.
    pub needed: bool,
    /// What it is for.
    pub about: &'static str,
}

/// A key that must be there.
pub(crate) const fn needed(name: &'static str, kind: Kind, about: &'static str) -> Key {
    Key {
        name,
        kind,
        needed: true,
        about,
    }
}

/// A key that may be there.
pub(crate) const fn may(name: &'static str, kind: Kind, about: &'static str) -> Key {
    Key {
        name,
        kind,
        needed: false,
        about,
    }
}

impl Record {
    /// All its keys.
    pub fn all_keys(&self) -> impl Iterator<Item = &'static Key> {
        self.keys.iter().flat_map(|group| group.iter())
    }

    /// The key of this name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.all_keys().find(|key| key.name == name)
    }
}

/// How a level is meant.
pub const TONES: &[&str] = &["do", "caution", "dont"];
/// How urgent a matter a contact is for.
pub const URGENCIES: &[&str] = &["emergency", "urgent", "routine"];
/// The sizes of paper that posters come in.
pub const PAPER_SIZES: &[&str] = &["a4", "a3", "a5", "letter"];
/// What posters come in besides the standard ones.
pub const VARIANTS: &[&str] = &["large-print", "ink-saver", "bilingual"];
/// Which way up a poster may be.
pub const ORIENTATIONS: &[&str] = &["portrait", "landscape"];
/// What becomes of a poster that is too full for one sheet.
pub const OVERFLOWS: &[&str] = &["error", "second-page"];
/// What a handbook comes in besides the document on A4.
pub const HANDBOOK_VARIANTS: &[&str] = &["large-print", "booklet"];
/// The kinds of files that a handbook comes in.
pub const HANDBOOK_FORMATS: &[&str] = &["pdf", "docx", "txt", "html"];
/// How grave a pack or edition may say that a problem is.
pub const SEVERITIES: &[&str] = &["off", "hint", "warning", "error"];
/// The headings that a pack or edition may word in its own way.
pub const LABELS: &[&str] = &[
    "safeguards",
    "consequences",
    "statistics",
    "do",
    "dont",
    "contacts",
    "see_also",
    "sections",
    "channels",
    "glossary",
    "sources",
    "downloads",
    "about",
];
/// The words of posters that a pack or edition may say in its own way, for posters alone.
pub const POSTER_LABELS: &[&str] = &[
    "safeguards",
    "consequences",
    "statistics",
    "do",
    "dont",
    "contacts",
    "contacts_poster_summary",
    "scan_for_guidance",
];
/// The keys by which an overlay moves things about in a list.
pub const DIRECTIVES: &[&str] = &["remove", "before", "after"];

/// What an edition says of itself alone: nothing that extends it takes it over. (A school that inherited its county's
/// address would print its county's QR codes.)
pub const OWN: &[&str] = &["extends", "folder", "name", "short_name", "url"];

/// What can be left out or put in order.
pub(super) static ROOMS: Record = Record {
    name: "a choice of channels and sections",
    keys: &[&[
        may("channels", Kind::List(&Kind::Slug), "Ids of channels."),
        may("sections", Kind::List(&Kind::Slug), "Ids of sections."),
    ]],
    short_form: None,
};

static LEVEL: Record = Record {
    name: "a level",
    keys: &[
        &[
            needed(
                "id",
                Kind::Slug,
                "Its id, by which channels file their statements under it.",
            ),
            needed(
                "label",
                Kind::Plain,
                "Its name, as on posters: Best practice.",
            ),
            needed(
                "tone",
                Kind::Choice(TONES),
                "How it is meant. Icon and colour follow from it.",
            ),
        ],
        OVERLAY,
    ],
    short_form: None,
};

static LOGO: Record = Record {
    name: "a logo",
    keys: &[&[
        needed(
            "file",
            Kind::File,
            "An SVG, PNG or JPEG beside the file that names it, or in its `assets/` folder.",
        ),
        needed(
            "alt",
            Kind::Plain,
            "What it shows, for those who don't see it.",
        ),
    ]],
    short_form: None,
};

/// A family of fonts, in `branding` and in a theme's `theme.yml`.
pub(crate) static FONT_FAMILY: Record = Record {
    name: "a font family",
    keys: &[&[
        may(
            "regular",
            Kind::File,
            "Its font for reading, a TrueType or OpenType file in `fonts/`. It also stands in for those that are left out.",
        ),
        may(
            "italic",
            Kind::File,
            "Its font for titles of works. Posters don't use it.",
        ),
        may("bold", Kind::File, "Its font for stress and headings."),
        may(
            "black",
            Kind::File,
            "Its font for what is read from afar: titles, headlines, phone numbers.",
        ),
        may(
            "languages",
            Kind::List(&Kind::Language),
            "The languages whose text it comes first for; for other text it comes last. Every language, if left out.",
        ),
    ]],
    short_form: Some("regular"),
};

/// How a print shop mixes a colour.
const INKS: &[Key] = &[
    may(
        "cmyk",
        Kind::Inks,
        "Its shares of cyan, magenta, yellow and black for a print shop, in per cent: `[100, 70, 0, 20]`. 300 % together at most. Found from `rgb`, if left out, which is a guess.",
    ),
    may(
        "spot",
        Kind::Plain,
        "The ink of its own that a print shop has for it, as its maker calls it: `PANTONE 3308 C`. `cmyk` stands in for it where that ink isn't used.",
    ),
];

static BRAND_COLOUR: Record = Record {
    name: "a colour",
    keys: &[
        &[needed(
            "rgb",
            Kind::Colour,
            "The colour on screens and office printers: `\"#1b365d\"`.",
        )],
        INKS,
    ],
    short_form: Some("rgb"),
};

static GROUND_COLOUR: Record = Record {
    name: "a colour behind a region",
    keys: &[
        &[needed(
            "rgb",
            Kind::Plain,
            "The colour on screens and office printers: `\"#7a1f1f\"`. It may have `cmyk` and `spot` beside it, as any colour of the board. One by what it is for has its inks already: `primary`.",
        )],
        INKS,
    ],
    short_form: Some("rgb"),
};

static BRANDING: Record = Record {
    name: "branding",
    keys: &[&[
        may(
            "primary",
            Kind::Whole(&BRAND_COLOUR),
            "The main colour: bands and headings. White or black text must read on it at 4.5:1.",
        ),
        may(
            "secondary",
            Kind::Whole(&BRAND_COLOUR),
            "The second colour: accents. The main one, if left out.",
        ),
        may("logo", Kind::Record(&LOGO), "The board's logo."),
        may("strapline", Kind::Plain, "The board's motto."),
        may(
            "fonts",
            Kind::List(&Kind::Record(&FONT_FAMILY)),
            "Fonts for posters, before those of the theme. What comes first is tried first.",
        ),
    ]],
    short_form: None,
};

static POSTER_PICTURE: Record = Record {
    name: "a picture for posters",
    keys: &[&[
        needed(
            "file",
            Kind::File,
            "An SVG, PNG or JPEG beside the file that names it, or in `assets/`.",
        ),
        may(
            "alt",
            Kind::Plain,
            "What it shows, for those who don't see it.",
        ),
        may(
            "decoration",
            Kind::Switch,
            "Whether it says nothing, and so needs no `alt`.",
        ),
    ]],
    short_form: None,
};

static POSTER_REGIONS: Record = Record {
    name: "the regions of posters",
    keys: &[&[
        may(
            "channel",
            Kind::List(&Kind::Choice(Region::NAMES)),
            "Those of the posters of channels.",
        ),
        may(
            "do-and-dont",
            Kind::List(&Kind::Choice(Region::NAMES)),
            "Those of the poster of do and don't.",
        ),
        may(
            "contacts",
            Kind::List(&Kind::Choice(Region::NAMES)),
            "Those of the poster of contacts.",
        ),
    ]],
    short_form: Some("channel"),
};

static POSTERS: Record = Record {
    name: "settings of posters",
    keys: &[&[
        may(
            "sizes",
            Kind::List(&Kind::Choice(PAPER_SIZES)),
            "The sizes of paper. Posters of the first one lie in `posters/`, of others in a folder of their own. `a4`, if left out.",
        ),
        may(
            "orientation",
            Kind::Choice(ORIENTATIONS),
            "Which way up they are. As the theme has it, if left out.",
        ),
        may(
            "variants",
            Kind::List(&Kind::Choice(VARIANTS)),
            "What is made besides: in `large-print`, for people who see little, as many A4 pages as it takes; `ink-saver` has no large areas of colour, is told apart without any, and comes in the first size; `bilingual` has the first two languages of the edition on one sheet, the first of them first, on twice the paper, so that type is as large as ever. Each lies in a folder of its name.",
        ),
        may(
            "reading_distance",
            Kind::Distance,
            "From how far title and headline must be read: `3m`. Their capitals are then at least 4.7 mm high for each metre (16 minutes of arc, ISO 9241-3).",
        ),
        may(
            "overflow",
            Kind::Choice(OVERFLOWS),
            "What becomes of a poster that is too full for one sheet: an `error`, which is what happens if this is left out, or a poster on two sheets, with a `second-page`.",
        ),
        may(
            "hyphenate",
            Kind::Switch,
            "Whether long words of body text may part at the end of a line, by the rules of their language: English, French, German, Italian, Lithuanian, Polish, Portuguese, Spanish or Turkish. As the theme has it, if left out; the program's own themes keep words whole, and so does large print.",
        ),
        may(
            "colours",
            Kind::Named(Naming::Among(Region::NAMES), &Kind::Whole(&GROUND_COLOUR)),
            "Colours behind regions: `\"#7a1f1f\"`, or by what they are for: `primary`, `secondary`, `pale`, `paper`, `ink`, `do`, `caution`, `dont`.",
        ),
        may(
            "labels",
            Kind::Named(Naming::Among(POSTER_LABELS), &Kind::Plain),
            "Words of posters in other words. They stand before `labels`.",
        ),
        may(
            "regions",
            Kind::Record(&POSTER_REGIONS),
            "What stands on posters, from top to bottom. What isn't named is left out.",
        ),
        may(
            "text",
            Kind::Blocks,
            "What stands in the region `text`: paragraphs, headings and lists.",
        ),
        may(
            "picture",
            Kind::Record(&POSTER_PICTURE),
            "What stands in the region `picture`.",
        ),
    ]],
    short_form: None,
};

static HANDBOOK: Record = Record {
    name: "settings of the handbook",
    keys: &[&[
        may(
            "make",
            Kind::Switch,
            "Whether there is a handbook. There is, if left out; `handbook: false` switches it off.",
        ),
        may(
            "variants",
            Kind::List(&Kind::Choice(HANDBOOK_VARIANTS)),
            "What is made besides the document on A4: `large-print`, for people who see little; `booklet`, A5 pages in the order in which a stack printed on both sides folds into a booklet.",
        ),
        may(
            "formats",
            Kind::List(&Kind::Choice(HANDBOOK_FORMATS)),
            "The kinds of files it comes in: `pdf`, which is what is made if this is left out; `docx` for Word, to be adapted; `txt`, and one page of `html`, for screen readers and email.",
        ),
        may(
            "mirrored_margins",
            Kind::Switch,
            "Whether the margin at the spine is the wider one, for copies printed on both sides and bound.",
        ),
        may(
            "parts",
            Kind::List(&Kind::Choice(HandbookPart::NAMES)),
            "Its parts, in order. What isn't named is left out. All of them in this order, if nothing is said.",
        ),
    ]],
    short_form: Some("make"),
};

static LICENCE: Record = Record {
    name: "a licence",
    keys: &[&[
        needed("name", Kind::Plain, "Its name: CC BY 4.0."),
        may("url", Kind::Address, "Where its text stands."),
    ]],
    short_form: None,
};

static AMENDMENT: Record = Record {
    name: "an amendment",
    keys: &[&[
        needed("version", Kind::Plain, "The version it made."),
        needed("date", Kind::Date, "When."),
        may("by", Kind::Plain, "By whom."),
        needed("reason", Kind::Text, "What changed, and why."),
    ]],
    short_form: None,
};

static DOCUMENT: Record = Record {
    name: "document control",
    keys: &[&[
        may("identifier", Kind::Plain, "The document's reference."),
        may("version", Kind::Plain, "Its version."),
        may("status", Kind::Plain, "Draft, current, withdrawn."),
        may("owner", Kind::Plain, "Who looks after it."),
        may("approved_by", Kind::Plain, "Who approved it."),
        may("approved_on", Kind::Date, "When it was approved."),
        may(
            "issued",
            Kind::Date,
            "When it was issued. Stands on every poster.",
        ),
        may(
            "review",
            Kind::Date,
            "When it is to be looked at again. Stands on every page and poster.",
        ),
        may("replaces", Kind::Plain, "What it replaces."),
        may(
            "licence",
            Kind::Record(&LICENCE),
            "Under which licence it may be used.",
        ),
        may("acknowledgements", Kind::Text, "Whose work it builds on."),
        may(
            "amendments",
            Kind::List(&Kind::Record(&AMENDMENT)),
            "What changed, the latest first.",
        ),
    ]],
    short_form: None,
};

static ACCESSIBILITY: Record = Record {
    name: "the accessibility statement",
    keys: &[&[
        may(
            "contact",
            Kind::Slug,
            "Whom to tell of problems: the id of a contact.",
        ),
        may("prepared", Kind::Date, "When the statement was prepared."),
        may(
            "reviewed",
            Kind::Date,
            "When it was last looked at again. The day it was prepared, if left out.",
        ),
        may("tested", Kind::Text, "How it was tested."),
        may(
            "gaps",
            Kind::List(&Kind::Text),
            "What is known not to be accessible.",
        ),
    ]],
    short_form: None,
};

/// The keys of overlays, in everything that has an id.
const OVERLAY: &[Key] = &[
    may(
        "remove",
        Kind::Switch,
        "In an overlay: `true` takes the thing with this id out.",
    ),
    may(
        "before",
        Kind::Slug,
        "In an overlay: puts it before the thing with that id.",
    ),
    may(
        "after",
        Kind::Slug,
        "In an overlay: puts it after the thing with that id.",
    ),
];

static CONTACT: Record = Record {
    name: "a contact",
    keys: &[
        &[
            needed("id", Kind::Slug, "Its id."),
            needed("name", Kind::Plain, "The person, team or service."),
            may(
                "purpose",
                Kind::Text,
                "When to turn to it: A child is in danger now.",
            ),
            may(
                "phone",
                Kind::Plain,
                "Its phone number, grouped as it is to be shown: 01632 960 123.",
            ),
            may("sms", Kind::Plain, "Its number for text messages."),
            may(
                "relay",
                Kind::Switch,
                "Whether it takes calls by Relay UK: pages then say to dial 18001 before its phone number.",
            ),
            may("email", Kind::Email, "Its email address."),
            may("web", Kind::Address, "Its web address."),
            may("hours", Kind::Plain, "When it can be reached."),
            may("response", Kind::Plain, "How soon it answers."),
            may("cost", Kind::Plain, "What a call costs."),
            needed(
                "urgency",
                Kind::Choice(URGENCIES),
                "How urgent a matter it is for. The most urgent stands first.",
            ),
            may(
                "on_posters",
                Kind::Switch,
                "Whether it stands at the foot of posters.",
            ),
        ],
        OVERLAY,
    ],
    short_form: None,
};

static GLOSSARY_ENTRY: Record = Record {
    name: "a glossary entry",
    keys: &[
        &[
            needed("id", Kind::Slug, "Its id, for `glossary:` links."),
            needed("term", Kind::Plain, "The word."),
            may("short", Kind::Plain, "Its abbreviation."),
            needed("meaning", Kind::Text, "What it means."),
            may("also", Kind::List(&Kind::Plain), "Other words for it."),
        ],
        OVERLAY,
    ],
    short_form: None,
};

static SOURCE: Record = Record {
    name: "a source",
    keys: &[
        &[
            needed("id", Kind::Slug, "Its id, for `source:` links."),
            needed("name", Kind::Plain, "The organisation, law or document."),
            may(
                "subject",
                Kind::Plain,
                "What it belongs to: sources of one subject stand together.",
            ),
            may("about", Kind::Text, "What it offers."),
            may("web", Kind::Address, "Its web address."),
            may("phone", Kind::Plain, "Its phone number."),
            may("email", Kind::Email, "Its email address."),
            may("hours", Kind::Plain, "When it can be reached."),
        ],
        OVERLAY,
    ],
    short_form: None,
};

static DOWNLOAD: Record = Record {
    name: "a download",
    keys: &[
        &[
            needed("id", Kind::Slug, "Its id, for `download:` links."),
            needed("title", Kind::Plain, "Its title."),
            may("about", Kind::Text, "What it is for."),
            needed("file", Kind::File, "The file, in `assets/`."),
        ],
        OVERLAY,
    ],
    short_form: None,
};

static WORRY: Record = Record {
    name: "a worry",
    keys: &[
        &[
            needed("id", Kind::Slug, "Its id."),
            needed(
                "text",
                Kind::Plain,
                "What someone is worried about, as it follows “I’m worried about…”: a message a child was sent.",
            ),
            may(
                "channel",
                Kind::Slug,
                "Where it leads: the id of a channel.",
            ),
            may(
                "section",
                Kind::Slug,
                "Where it leads: the id of a section.",
            ),
            may(
                "contact",
                Kind::Slug,
                "Where it leads: the id of a contact.",
            ),
        ],
        OVERLAY,
    ],
    short_form: None,
};

static AUDIENCE: Record = Record {
    name: "an audience",
    keys: &[
        &[
            needed("id", Kind::Slug, "Its id, for `audiences` of statements."),
            needed("label", Kind::Plain, "What it is called: Managers."),
            may("about", Kind::Text, "Who belongs to it."),
        ],
        OVERLAY,
    ],
    short_form: None,
};

static ALLOWED_LINK: Record = Record {
    name: "an allowed link",
    keys: &[&[
        needed(
            "address",
            Kind::Address,
            "The address. One that ends with `/` stands for all below it.",
        ),
        needed("reason", Kind::Plain, "How you know that it is right."),
    ]],
    short_form: None,
};

static LINKS: Record = Record {
    name: "what is said of links",
    keys: &[&[may(
        "allow",
        Kind::List(&Kind::Record(&ALLOWED_LINK)),
        "Addresses on the web that `check --external` doesn't ask for: those that refuse programs, or that only staff can reach.",
    )]],
    short_form: None,
};

static ALLOWANCE: Record = Record {
    name: "an allowance",
    keys: &[&[
        needed("check", Kind::Choice(Code::NAMES), "What is allowed."),
        may(
            "at",
            Kind::Plain,
            "Where, as a key that `noticeboard explain` shows: `channels.email.levels.best.work-account`. What is in it is allowed, too. Everywhere, if left out.",
        ),
        needed("reason", Kind::Plain, "Why, for whoever comes after you."),
        may(
            "until",
            Kind::Date,
            "The last day on which it is allowed. For good, if left out.",
        ),
    ]],
    short_form: None,
};

static CHECKS: Record = Record {
    name: "what is said of checks",
    keys: &[&[
        may(
            "severity",
            Kind::Named(Naming::Among(Code::NAMES), &Kind::Choice(SEVERITIES)),
            "How grave problems are: `long-sentence: off`. Errors stay errors, because what they keep back would be broken; only `dead-link` may be lowered.",
        ),
        may(
            "allow",
            Kind::List(&Kind::Record(&ALLOWANCE)),
            "Single problems that are meant, each with a reason. Those of an edition stand beside those of what it extends.",
        ),
    ]],
    short_form: None,
};

static EXIT_PAGE: Record = Record {
    name: "the button to leave",
    keys: &[&[
        may(
            "show",
            Kind::Switch,
            "Whether pages have it. Leave it out of packs that only staff read.",
        ),
        may(
            "url",
            Kind::Address,
            "The page that it opens: one that says nothing about its reader. A weather forecast, if left out.",
        ),
    ]],
    short_form: Some("show"),
};

/// The key of addresses that a page had before.
const ALIASES: Key = may(
    "aliases",
    Kind::List(&Kind::Plain),
    "Addresses that its page had before, from the folder of the edition: `channels/e-mail`. They lead to the page.",
);

/// What both `pack.yml` and `edition.yml` may say.
const COMMON: &[Key] = &[
    needed(
        "title",
        Kind::Plain,
        "The pack's title: Staying professional online.",
    ),
    may(
        "summary",
        Kind::Text,
        "What it is and for whom, in a sentence.",
    ),
    may(
        "audience",
        Kind::Plain,
        "Whom it is for: Adults who work or volunteer with children.",
    ),
    may(
        "welcome",
        Kind::Blocks,
        "The words of welcome on the home page.",
    ),
    needed("name", Kind::Plain, "The board's name."),
    may("short_name", Kind::Plain, "The board's short name."),
    may(
        "region",
        Kind::Plain,
        "Where in the country it is; groups editions on the start page.",
    ),
    may(
        "url",
        Kind::Address,
        "Where the edition is published. Posters' QR codes lead there.",
    ),
    may(
        "languages",
        Kind::List(&Kind::Language),
        "Its languages, the main one first. English, if left out.",
    ),
    may(
        "partly",
        Kind::List(&Kind::Language),
        "Those of its languages in which only a part is there. What nobody has translated is shown in another, without a warning.",
    ),
    may("theme", Kind::Slug, "The theme. `default`, if left out."),
    needed(
        "levels",
        Kind::Things(&LEVEL),
        "The levels of advice, in order.",
    ),
    may(
        "labels",
        Kind::Named(Naming::Among(LABELS), &Kind::Plain),
        "Headings in other words.",
    ),
    may(
        "terms",
        Kind::Named(Naming::Term, &Kind::Plain),
        "Words to swap in where text says `{{ terms.name }}`.",
    ),
    may(
        "branding",
        Kind::Record(&BRANDING),
        "Colours, logo and fonts.",
    ),
    may("posters", Kind::Record(&POSTERS), "How posters come out."),
    may(
        "handbook",
        Kind::Record(&HANDBOOK),
        "The whole edition as one document: `true`, `false`, or how it comes out.",
    ),
    may(
        "order",
        Kind::Record(&ROOMS),
        "Ids in the order to show them; what isn't named follows.",
    ),
    may("document", Kind::Record(&DOCUMENT), "Document control."),
    may(
        "accessibility",
        Kind::Record(&ACCESSIBILITY),
        "What the accessibility statement says.",
    ),
    may(
        "contacts",
        Kind::Things(&CONTACT),
        "Contacts, here or in `contacts.yml`.",
    ),
    may(
        "glossary",
        Kind::Things(&GLOSSARY_ENTRY),
        "The glossary, here or in `glossary.yml`.",
    ),
    may(
        "sources",
        Kind::Things(&SOURCE),
        "Sources, here or in `sources.yml`.",
    ),
    may(
        "downloads",
        Kind::Things(&DOWNLOAD),
        "Attachments, here or in `downloads.yml`.",
    ),
    may(
        "worries",
        Kind::Things(&WORRY),
        "Ways in for someone worried, on the home page. The channels, if left out.",
    ),
    may(
        "audiences",
        Kind::Things(&AUDIENCE),
        "Groups of readers that statements may be for; each has a page.",
    ),
    may(
        "exit_page",
        Kind::Record(&EXIT_PAGE),
        "The button “Exit this page”: `true`, `false`, or where it leads. Pages have it, if left out.",
    ),
    may(
        "links",
        Kind::Record(&LINKS),
        "What `check --external` needs to know of links to other websites.",
    ),
    may(
        "checks",
        Kind::Record(&CHECKS),
        "What `check` says more or less gravely, or not at all.",
    ),
    may(
        "offline",
        Kind::Switch,
        "Whether browsers keep the pages on the reader's device, for use without a connection. They don't, if left out: what is kept can be found.",
    ),
    may(
        "local_advice",
        Kind::Switch,
        "Whether pages mark advice that the edition adds to the pack's or words anew as \"Local advice\", and a page says how the edition differs. They don't, if left out.",
    ),
];

/// The file `accepted.yml` of a layer.
pub(crate) static ACCEPTED: Record = Record {
    name: "what was accepted",
    keys: &[&[
        may(
            "changes",
            Kind::Named(Naming::Key, &Kind::Blocks),
            "What the layer words anew or translates, with what stood below when somebody last looked.",
        ),
        may(
            "known",
            Kind::List(&Kind::Plain),
            "The channels, sections and statements that were below when somebody last looked.",
        ),
    ]],
    short_form: None,
};

/// The file `pack.lock.yml`.
pub(crate) static LOCK: Record = Record {
    name: "the lock",
    keys: &[&[
        may(
            "version",
            Kind::Plain,
            "The version of the pack that was taken.",
        ),
        needed("digest", Kind::Plain, "The digest of all that it gives."),
    ]],
    short_form: None,
};

static BASE_PACK: Record = Record {
    name: "the pack that a pack builds on",
    keys: &[&[
        needed(
            "pack",
            Kind::Plain,
            "Where it is, from the folder of `pack.yml`: a folder or a zip archive. `../national`.",
        ),
        may(
            "version",
            Kind::Plain,
            "The versions that will do, by its `document.version`: `^3` for any 3.x, `~3.1` for any 3.1.x, `=3.1` for no other. Any, if left out.",
        ),
        may(
            "revision",
            Kind::Plain,
            "A tag, branch or commit, if the folder is in a git repository. The files as they are, if left out.",
        ),
        may(
            "edition",
            Kind::Slug,
            "The edition of it that is built on. That pack itself, if left out.",
        ),
    ]],
    short_form: Some("pack"),
};

/// What only a pack may say.
const PACK_ONLY: &[Key] = &[may(
    "extends",
    Kind::Whole(&BASE_PACK),
    "The pack that it builds on: what that says lies below everything of this one.",
)];

/// The file `editions.map.yml`.
pub(crate) static EDITIONS_MAP: Record = Record {
    name: "a map of columns",
    keys: &[&[
        needed(
            "columns",
            Kind::Named(Naming::Key, &Kind::Plain),
            "For each key of an edition the heading of the column that it is taken from: `contacts.duty-team.phone: Duty phone`. `id` is made of what stands in its column: Kestrel Vale is `kestrel-vale`. Other columns are not read.",
        ),
        may(
            "heading_row",
            Kind::Number,
            "The row that has the headings, as the spreadsheet counts. The first that isn't empty, if left out.",
        ),
        may(
            "sheet",
            Kind::Plain,
            "The sheet of a workbook. Its first, if left out.",
        ),
    ]],
    short_form: None,
};

/// What only an edition may say.
const EDITION_ONLY: &[Key] = &[
    may(
        "extends",
        Kind::Slug,
        "The edition it builds on. The pack itself, if left out.",
    ),
    may(
        "folder",
        Kind::Slug,
        "The folder it is written to. Its id, if left out.",
    ),
    may(
        "omit",
        Kind::Record(&ROOMS),
        "Channels and sections to leave out.",
    ),
];

static STATEMENT: Record = Record {
    name: "a statement",
    keys: &[
        &[
            needed(
                "id",
                Kind::Slug,
                "Its id, the same over versions. A plain string gets one from its first words.",
            ),
            needed("short", Kind::Text, "The words for the poster."),
            may("full", Kind::Blocks, "More words, for web and handbook."),
            may(
                "audiences",
                Kind::List(&Kind::Slug),
                "For whom it is: ids of `audiences`. For everybody, if left out.",
            ),
            may(
                "channel",
                Kind::Slug,
                "In `do-and-dont.md`: the channel that says more.",
            ),
        ],
        OVERLAY,
    ],
    short_form: Some("short"),
};

static STATISTIC: Record = Record {
    name: "a statistic",
    keys: &[
        &[
            needed("id", Kind::Slug, "Its id, the same over versions."),
            needed("figure", Kind::Plain, "The figure: 1 in 3, 82%."),
            needed(
                "meaning",
                Kind::Text,
                "What it counts, as words that go on from it: of children have …",
            ),
            may(
                "source",
                Kind::Slug,
                "Where it is from: the id of a source.",
            ),
        ],
        OVERLAY,
    ],
    short_form: None,
};

/// The front matter and body of `channels/<id>.md`.
pub static CHANNEL: Record = Record {
    name: "a channel",
    keys: &[&[
        needed("title", Kind::Plain, "Its name, as people say it: Email."),
        may(
            "summary",
            Kind::Text,
            "What it is about, in a line: the subtitle of poster and card.",
        ),
        may("icon", Kind::Slug, "The name of an icon of the theme."),
        may("headline", Kind::Text, "The one thing its poster shouts."),
        may(
            "headline_note",
            Kind::Text,
            "What is to be added to the headline, smaller.",
        ),
        needed(
            "levels",
            Kind::Named(Naming::Slug, &Kind::Things(&STATEMENT)),
            "Statements under the id of their level.",
        ),
        may(
            "consequences",
            Kind::Named(Naming::Slug, &Kind::Text),
            "What can follow, under the id of the level.",
        ),
        may(
            "safeguards",
            Kind::Things(&STATEMENT),
            "What should be in place.",
        ),
        may(
            "statistics",
            Kind::Things(&STATISTIC),
            "Figures that say why it matters.",
        ),
        may(
            "see_also",
            Kind::List(&Kind::Slug),
            "Channels to look at, too.",
        ),
        may(
            "body",
            Kind::Body,
            "What follows the front matter: longer advice for web and handbook.",
        ),
        ALIASES,
    ]],
    short_form: None,
};

/// The front matter and body of `sections/<NN>-<id>.md`.
pub static SECTION: Record = Record {
    name: "a section",
    keys: &[&[
        needed("title", Kind::Plain, "Its title."),
        may("summary", Kind::Text, "What it is about, in a line."),
        may(
            "number",
            Kind::Number,
            "Where it stands, smaller first. The number that the file's name begins with, if left out.",
        ),
        may(
            "clauses",
            Kind::Switch,
            "Whether headings and paragraphs that begin with a number are clauses to be cited.",
        ),
        needed(
            "body",
            Kind::Body,
            "What follows the front matter: its text.",
        ),
        ALIASES,
    ]],
    short_form: None,
};

/// The front matter and body of `do-and-dont.md`.
pub static DO_AND_DONT: Record = Record {
    name: "the do and don't summary",
    keys: &[&[
        needed("title", Kind::Plain, "Its title."),
        may("summary", Kind::Text, "What it is about, in a line."),
        needed("do", Kind::Things(&STATEMENT), "What to do."),
        needed("dont", Kind::Things(&STATEMENT), "What not to do."),
        may("body", Kind::Body, "What follows the front matter."),
        ALIASES,
    ]],
    short_form: None,
};

/// What stands in files of its own.
static FILES: [Key; 3] = [
    may(
        "do_and_dont",
        Kind::Record(&DO_AND_DONT),
        "The summary, from `do-and-dont.md`.",
    ),
    may(
        "channels",
        Kind::Named(Naming::Slug, &Kind::Record(&CHANNEL)),
        "The channels, from `channels/`.",
    ),
    may(
        "sections",
        Kind::Named(Naming::Slug, &Kind::Record(&SECTION)),
        "The sections, from `sections/`.",
    ),
];

/// The file `pack.yml`.
pub static PACK: Record = Record {
    name: "the pack",
    keys: &[COMMON, PACK_ONLY],
    short_form: None,
};

/// A file `edition.yml`.
pub static EDITION: Record = Record {
    name: "an edition",
    keys: &[COMMON, EDITION_ONLY],
    short_form: None,
};

/// A whole layer: the settings and everything that stands in files of its own.
pub static LAYER: Record = Record {
    name: "an edition",
    keys: &[COMMON, EDITION_ONLY, &FILES],
    short_form: None,
};

/// The lists that may stand in a file of their own, with the file's name.
pub const LISTS: &[(&str, &str)] = &[
    ("contacts", "contacts.yml"),
    ("glossary", "glossary.yml"),
    ("sources", "sources.yml"),
    ("downloads", "downloads.yml"),
];
