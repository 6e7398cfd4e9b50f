//! The closed list of what can be wrong.

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing of the edition can be published.
    Error,
    /// It can be published, and should be mended.
    Warning,
    /// It could be better.
    Hint,
}

impl Severity {
    /// The word that diagnostics begin with.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }
}

/// Declares the codes: each stands in one place with its name, its gravity and what it means.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal $severity:ident;)+) => {
        /// The rule that a problem breaks. Its name stays the same over versions, so that it can be searched for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])+ $variant,)+ }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)+];

            /// Their names, in the same order.
            pub const NAMES: &'static [&'static str] = &[$($name,)+];

            /// The name in messages: `unknown-key`.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)+ }
            }

            /// How grave a break of this rule is.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)+ }
            }

            /// What the rule is, for `docs/checks.md`.
            pub fn about(self) -> &'static str {
                match self { $(Code::$variant => concat!($($doc, "\n",)+).trim_ascii(),)+ }
            }
        }
    };
}

impl Code {
    /// The code of a name.
    pub fn named(name: &str) -> Option<Self> {
        Code::ALL.iter().copied().find(|code| code.name() == name)
    }

    /// Whether a pack may say that it is less grave, or allow it. Most errors stay errors: what they keep back would be broken,
    /// or keep someone from reading it. Of the rest the pack knows more than the program does.
    pub fn may_be_lowered(self) -> bool {
        self.severity() != Severity::Error || self == Code::DeadLink
    }
}

codes! {
    // Reading files
    /// A file or folder that is needed isn't there.
    MissingFile = "missing-file" Error;
    /// A file could not be read from disk.
    UnreadableFile = "unreadable-file" Error;
    /// A file is not text in UTF-8.
    NotUtf8 = "not-utf8" Error;
    /// A file stands where nothing reads it: a misspelt folder or a wrong ending.
    StrayFile = "stray-file" Warning;
    /// A file, or all of them together, is larger than any guidance could be.
    FileTooLarge = "file-too-large" Error;
    /// The name of a file holds what can't be seen, what Windows can't take, or differs from another only by capitals.
    FileName = "file-name" Error;
    /// A character that can't be seen turns the direction of the text around it, so that it shows other words than it holds.
    HiddenDirection = "hidden-direction" Error;
    /// The YAML cannot be understood.
    YamlSyntax = "yaml-syntax" Error;
    /// Words behind a `#` that YAML takes for a comment.
    CommentInText = "comment-in-text" Warning;
    /// The YAML at the head of a Markdown file is missing or doesn't end.
    FrontMatter = "front-matter" Error;
    /// A table of editions has a row or a heading that can't be understood.
    CsvSyntax = "csv-syntax" Error;

    // The shape of values
    /// A key that nothing knows: mostly a slip of the finger.
    UnknownKey = "unknown-key" Error;
    /// A key stands twice in one map.
    DuplicateKey = "duplicate-key" Error;
    /// A value that must be there is missing.
    MissingKey = "missing-key" Error;
    /// A value is of another kind than its key asks for: a list where a text belongs.
    WrongKind = "wrong-kind" Error;
    /// A value has the right kind, but not the right form: a date that is none, a word that isn't one of the choices.
    WrongForm = "wrong-form" Error;
    /// A text is empty where something must be said.
    EmptyText = "empty-text" Error;
    /// An id that isn't a slug: small letters, digits and hyphens, beginning with a letter.
    NotASlug = "not-a-slug" Error;
    /// Two things of one list have the same id.
    DuplicateId = "duplicate-id" Error;

    // The pack
    /// A channel says nothing: it has no statement in any level.
    EmptyChannel = "empty-channel" Error;
    /// A name of a level, channel, section, source, contact or glossary entry that isn't there.
    UnknownName = "unknown-name" Error;
    /// Text names a term that no layer gives a value to.
    UnknownTerm = "unknown-term" Error;
    /// An edition changes a statement that was written as a plain string: its id hangs on its words.
    UnsteadyId = "unsteady-id" Warning;
    /// A contact with urgency `emergency` should come first everywhere, and none is there.
    NoEmergencyContact = "no-emergency-contact" Warning;

    /// Pages are kept on the reader's device (`offline`), and have the button to leave in a hurry.
    PagesStay = "pages-stay" Warning;

    /// A contact has a phone number and no hours.
    NoHours = "no-hours" Hint;
    /// There can't be a phone number like this.
    PhoneNumber = "phone-number" Warning;
    /// A phone number is in groups that are hard to dial, or in none.
    PhoneGrouping = "phone-grouping" Hint;
    /// Numbers and addresses that are kept free for samples, in a document that is in force: approved, published, current.
    SampleData = "sample-data" Warning;
    /// A document has a version, and no day on which it is to be looked at again.
    NoReviewDate = "no-review-date" Hint;
    /// A review is due within 60 days.
    ReviewSoon = "review-soon" Hint;
    /// The day of a review is past.
    ReviewOverdue = "review-overdue" Warning;
    /// Amendments are out of order, or the last one didn't make the version there is.
    Amendments = "amendments" Warning;
    /// The words of the pack, or of an edition with a version of its own, have changed since the last tag of its git repository, and the version hasn't.
    VersionNotRaised = "version-not-raised" Hint;
    /// An accessibility statement that is begun, or belongs to a document in force, lacks what the law asks for.
    AccessibilityDetails = "accessibility-details" Warning;
    /// Two statements of a poster say the same.
    DuplicateStatement = "duplicate-statement" Warning;
    /// The same words are to be done and not to be done.
    Contradiction = "contradiction" Warning;
    /// Nothing uses a term, or an entry of the glossary.
    Unused = "unused" Hint;

    // Plain words
    /// A sentence of more than 30 words.
    LongSentence = "long-sentence" Hint;
    /// A paragraph of more than 6 sentences or 120 words.
    LongParagraph = "long-paragraph" Hint;
    /// A word or phrase that can be said more plainly.
    PlainWord = "plain-word" Hint;
    /// A text for which readers have to be older than 16 (Flesch–Kincaid; English only).
    ReadingAge = "reading-age" Hint;
    /// Three or more words in capitals on end.
    Capitals = "capitals" Hint;
    /// More than 16 words in italics on end.
    LongItalics = "long-italics" Hint;
    /// An abbreviation that neither the glossary nor the text explains.
    UnexplainedAbbreviation = "unexplained-abbreviation" Hint;
    /// The words of a link don't say where it leads: “click here” (WCAG 2.2, 2.4.4).
    VagueLink = "vague-link" Warning;
    /// The words for a picture are the name of a file, too long, or begin with “image of”.
    WeakAlt = "weak-alt" Warning;

    // Editions
    /// There is no edition to publish.
    NoEditions = "no-editions" Error;
    /// Editions, or themes, extend one another in a circle.
    ExtendsCycle = "extends-cycle" Error;
    /// An edition extends one that isn't there.
    UnknownParent = "unknown-parent" Error;
    /// The pack that this one builds on has changed since it was taken. What was taken is used until `noticeboard update --take`.
    BaseChanged = "base-changed" Warning;
    /// Nobody has taken the pack that this one builds on, or what was taken is no longer at hand.
    BaseNotTaken = "base-not-taken" Error;
    /// The pack that this one builds on has another version than is asked for.
    BaseVersion = "base-version" Error;
    /// An archive of a pack is damaged, or could be meant to harm.
    BadArchive = "bad-archive" Error;
    /// Two editions have one id.
    DuplicateEdition = "duplicate-edition" Error;
    /// Two editions would be written into one folder.
    DuplicateFolder = "duplicate-folder" Error;
    /// A name that can't be given, because something else has it already.
    ReservedName = "reserved-name" Error;
    /// An overlay changes something that the edition it extends hasn't got.
    NothingToOverlay = "nothing-to-overlay" Error;
    /// An edition removes a thing that isn't there.
    NothingToRemove = "nothing-to-remove" Error;
    /// An edition leaves out something that isn't there.
    NothingToOmit = "nothing-to-omit" Error;
    /// `before` or `after` names a thing that isn't in the list.
    UnknownPlace = "unknown-place" Error;
    /// `{{ base }}` stands where there is no text to stand for.
    NoBaseText = "no-base-text" Error;
    /// A translation has words for something that isn't there.
    NothingToTranslate = "nothing-to-translate" Error;
    /// A translation says something that is the same in every language: whether a thing is there, or where.
    NotInTranslation = "not-in-translation" Error;
    /// Something has no words in a language of the edition, and is shown in another.
    MissingTranslation = "missing-translation" Warning;
    /// Something has no words in a language that was asked to be complete.
    IncompleteLanguage = "incomplete-language" Error;
    /// A language was asked for on the command line and no edition has it.
    UnknownLanguage = "unknown-language" Error;
    /// What an edition words anew has changed below it.
    Drift = "drift" Warning;
    /// What is translated has changed since.
    OutdatedTranslation = "outdated-translation" Warning;
    /// An edition says again what it would take over in any case.
    NeedlessOverride = "needless-override" Hint;
    /// An edition adds a statement that has nearly the id of one that it takes over: perhaps it was meant to change that one.
    NearId = "near-id" Hint;
    /// Something is new below an edition since somebody last looked.
    NewBelow = "new-below" Hint;
    /// An edition was asked for on the command line and isn't there.
    UnknownEdition = "unknown-edition" Error;

    /// A command was not told something that it needs, and nobody is there to be asked.
    NotTold = "not-told" Error;
    /// A translation comes back to words that have changed since it was handed over.
    OriginalChanged = "original-changed" Error;
    /// A file that came back from a translator isn't XLIFF 2 in the language that was asked for.
    NotXliff = "not-xliff" Error;

    // Markdown
    /// A link leads to something that isn't there.
    BrokenLink = "broken-link" Error;
    /// A link leads to a channel or section that this edition leaves out; its words stay, without the link.
    LinkToOmitted = "link-to-omitted" Hint;
    /// A link with an address that no browser should follow.
    UnsafeLink = "unsafe-link" Error;
    /// A link to an email address that is none, or to a number that can't be dialled.
    AddressForm = "address-form" Warning;
    /// A link without `https`, which others can read along.
    InsecureLink = "insecure-link" Hint;
    /// An address on the web is gone. Only `check --external` looks.
    DeadLink = "dead-link" Error;
    /// Whether an address on the web is there couldn't be found out. Only `check --external` looks.
    UnsureLink = "unsure-link" Warning;
    /// An address on the web has moved for good. Only `check --external` looks.
    MovedLink = "moved-link" Hint;
    /// HTML in Markdown is not taken over.
    RawHtml = "raw-html" Error;
    /// Lists and quotations stand too deep in one another.
    NestedTooDeep = "nested-too-deep" Error;
    /// A block quote names a kind of block that there isn't.
    UnknownBlock = "unknown-block" Error;
    /// A picture without words for those who can't see it (WCAG 2.2, 1.1.1).
    MissingAlt = "missing-alt" Error;
    /// A page doesn't say its language (WCAG 2.2, 3.1.1).
    MissingLanguage = "missing-language" Error;
    /// An address stands twice on a page, so that links find only the first.
    DuplicatePlace = "duplicate-place" Error;
    /// Headings skip a level (WCAG 2.2, 1.3.1).
    HeadingOrder = "heading-order" Warning;
    /// Two clauses have the same number, or a clause comes before a smaller one.
    ClauseNumber = "clause-number" Error;

    // Branding and pictures
    /// A brand colour is too light to be read as text on white, at 4.5:1 (WCAG 2.2, 1.4.3).
    LowContrast = "low-contrast" Warning;
    /// The inks of a brand colour make the words on it faint, at less than 4.5:1.
    FaintInPrint = "faint-in-print" Warning;
    /// A picture of pixels is too small for paper: under 150 dots in an inch, as a logo, on a poster or in the handbook.
    SmallPicture = "small-picture" Warning;
    /// Two colours name the same spot colour, and are mixed in different ways.
    TwofoldInk = "twofold-ink" Error;
    /// A colour for a print shop is found from its screen colour, because nobody said how to mix it.
    GuessedInks = "guessed-inks" Hint;
    /// A poster is without a region that it can't do without: its title, its advice, whom to call.
    MissingRegion = "missing-region" Error;
    /// An edition says something for its posters that none of its theme's posters has a place for.
    NoPlaceOnPosters = "no-place-on-posters" Warning;
    /// The words of a poster's region have a colour that can't be read on what is behind them, at 4.5:1 (WCAG 2.2, 1.4.3).
    FaintWords = "faint-words" Error;
    /// A picture can't be used: broken, of an unknown kind, or with parts from outside.
    BadPicture = "bad-picture" Error;

    // Themes
    /// A theme isn't there.
    UnknownTheme = "unknown-theme" Error;
    /// An icon isn't in the theme.
    UnknownIcon = "unknown-icon" Error;
    /// A template can't be understood or can't be filled.
    Template = "template" Error;
    /// A theme lacks some texts in a language, and shows them in English.
    Untranslated = "untranslated" Warning;
    /// A text of the theme is missing or broken.
    ThemeString = "theme-string" Error;
    /// The description of a poster can't be used.
    PosterLayout = "poster-layout" Error;
    /// A theme's description of its handbook says something that can't be meant.
    HandbookLayout = "handbook-layout" Error;

    // Print
    /// What a poster has to say doesn't fit at the smallest size allowed.
    PosterOverflow = "poster-overflow" Error;
    /// A piece of the handbook is higher than a page and can't be parted.
    HandbookOverflow = "handbook-overflow" Error;
    /// Title or headline can't be made large enough to be read from as far as is asked for.
    ReadingDistance = "reading-distance" Error;
    /// No font at hand has a character that a text needs.
    MissingGlyph = "missing-glyph" Error;
    /// A font can't be used: broken, a collection, or its maker forbids to embed it.
    BadFont = "bad-font" Error;
    /// A family of fonts has no bold one, so headings and stressed words look like the rest.
    MissingStyle = "missing-style" Hint;
    /// Posters are to be hyphenated in a language that there are no rules for.
    NoHyphenation = "no-hyphenation" Hint;
    /// An edition has no `url`, so its posters have no QR code.
    NoUrl = "no-url" Warning;
    /// A PDF could not be written.
    Pdf = "pdf" Error;
    /// A poster could not be drawn as a picture for web pages.
    Preview = "preview" Warning;

    // What a pack says of checks
    /// An allowance for a problem that isn't there, or not any more.
    NeedlessAllowance = "needless-allowance" Warning;
    /// An allowance whose last day is past. What it allowed is said again.
    AllowanceOver = "allowance-over" Warning;

    // Publishing
    /// An address that was published before is gone, and nothing leads on from it.
    LostAddress = "lost-address" Warning;
    /// The output folder holds files that no build made.
    ForeignFiles = "foreign-files" Error;
    /// A file could not be written.
    Unwritable = "unwritable" Error;
    /// Shards of a build don't go together.
    Shard = "shard" Error;
}
