//! Posters in every language that councils print in, by the real command: every word is on them, and can be read back.

#[path = "pdf/reading.rs"]
#[allow(
    dead_code,
    reason = "written for the tests of the PDF writer, which take more of it"
)]
mod reading;
mod support;

use std::fs;
use std::path::Path;

use support::{Folder, Outcome};

/// What a poster in a language says.
struct Poster {
    /// The language, as a BCP 47 tag.
    language: &'static str,
    /// Fonts of `tests/fonts`, the regular and the bold one; none where those of the theme have all letters.
    fonts: &'static [&'static str],
    board: &'static str,
    title: &'static str,
    headline: &'static str,
    levels: [&'static str; 2],
    statements: &'static [&'static str],
    contacts: [&'static str; 2],
}

static POSTERS: &[Poster] = &[
    Poster {
        language: "ar",
        fonts: &[
            "NotoNaskhArabic-Words.ttf",
            "NotoNaskhArabic-Bold-Words.ttf",
        ],
        board: "مجلس آشفورد لحماية الأطفال",
        title: "البريد الإلكتروني",
        headline: "لا تستخدم أبدًا حسابًا شخصيًا للتواصل مع طفل أو أسرته.",
        levels: ["أفضل ممارسة", "ممارسة سيئة"],
        statements: &[
            "استخدم الحساب الذي توفره لك مؤسستك.",
            "أرسل نسخة إلى زميل أو إلى صندوق بريد مشترك.",
            "اقرأ العنوان مرتين قبل الضغط على «إرسال».",
            "إذا ساورك القلق فاتصل على 01632 960 100 فورًا.",
            "الكتابة إلى الأطفال في وقت متأخر من الليل.",
        ],
        contacts: ["خدمات الطوارئ", "فريق المناوبة"],
    },
    Poster {
        language: "ur",
        fonts: &[
            "NotoNaskhArabic-Words.ttf",
            "NotoNaskhArabic-Bold-Words.ttf",
        ],
        board: "ایشفورڈ بورڈ برائے تحفظِ اطفال",
        title: "ای میل",
        headline: "کسی بچے یا اس کے خاندان سے رابطے کے لیے کبھی ذاتی اکاؤنٹ استعمال نہ کریں۔",
        levels: ["بہترین طریقہ", "غلط طریقہ"],
        statements: &[
            "وہی اکاؤنٹ استعمال کریں جو آپ کا ادارہ آپ کو دیتا ہے۔",
            "کسی ساتھی یا مشترکہ میل باکس کو نقل بھیجیں۔",
            "بھیجنے سے پہلے پتہ دو بار پڑھیں۔",
            "اگر آپ کو تشویش ہو تو فوراً 01632 960 100 پر فون کریں۔",
            "رات گئے بچوں کو لکھنا۔",
        ],
        contacts: ["ہنگامی خدمات", "ڈیوٹی ٹیم"],
    },
    Poster {
        language: "hi",
        fonts: &["NotoSansDevanagari-Words.ttf"],
        board: "ऐशफ़ोर्ड बाल सुरक्षा बोर्ड",
        title: "ईमेल",
        headline: "किसी बच्चे या उसके परिवार से संपर्क करने के लिए कभी भी निजी खाते का उपयोग न करें।",
        levels: ["सर्वोत्तम तरीका", "ग़लत तरीका"],
        statements: &[
            "वही खाता इस्तेमाल करें जो आपकी संस्था आपको देती है।",
            "किसी सहकर्मी या साझा मेलबॉक्स को प्रति भेजें।",
            "भेजने से पहले पता दो बार पढ़ें।",
            "चिंता हो तो तुरंत 01632 960 100 पर फ़ोन करें।",
            "देर रात बच्चों को लिखना।",
        ],
        contacts: ["आपातकालीन सेवाएँ", "ड्यूटी टीम"],
    },
    Poster {
        language: "bn",
        fonts: &["NotoSansBengali-Words.ttf"],
        board: "অ্যাশফোর্ড শিশু সুরক্ষা বোর্ড",
        title: "ইমেইল",
        headline: "কোনো শিশু বা তার পরিবারের সঙ্গে যোগাযোগে কখনও ব্যক্তিগত অ্যাকাউন্ট ব্যবহার করবেন না।",
        levels: ["সর্বোত্তম অনুশীলন", "খারাপ অনুশীলন"],
        statements: &[
            "আপনার প্রতিষ্ঠান যে অ্যাকাউন্ট দেয় সেটিই ব্যবহার করুন।",
            "কোনো সহকর্মী বা যৌথ মেইলবক্সে অনুলিপি পাঠান।",
            "পাঠানোর আগে ঠিকানাটি দুবার পড়ুন।",
            "উদ্বিগ্ন হলে সঙ্গে সঙ্গে 01632 960 100 নম্বরে ফোন করুন।",
            "গভীর রাতে শিশুদের লেখা।",
        ],
        contacts: ["জরুরি পরিষেবা", "দায়িত্বরত দল"],
    },
    Poster {
        language: "pa",
        fonts: &["NotoSansGurmukhi-Words.ttf"],
        board: "ਐਸ਼ਫ਼ੋਰਡ ਬਾਲ ਸੁਰੱਖਿਆ ਬੋਰਡ",
        title: "ਈਮੇਲ",
        headline: "ਕਿਸੇ ਬੱਚੇ ਜਾਂ ਉਸਦੇ ਪਰਿਵਾਰ ਨਾਲ ਸੰਪਰਕ ਕਰਨ ਲਈ ਕਦੇ ਵੀ ਨਿੱਜੀ ਖਾਤਾ ਨਾ ਵਰਤੋ।",
        levels: ["ਸਭ ਤੋਂ ਵਧੀਆ ਤਰੀਕਾ", "ਗਲਤ ਤਰੀਕਾ"],
        statements: &[
            "ਉਹੀ ਖਾਤਾ ਵਰਤੋ ਜੋ ਤੁਹਾਡੀ ਸੰਸਥਾ ਤੁਹਾਨੂੰ ਦਿੰਦੀ ਹੈ।",
            "ਕਿਸੇ ਸਹਿਕਰਮੀ ਜਾਂ ਸਾਂਝੇ ਮੇਲਬਾਕਸ ਨੂੰ ਨਕਲ ਭੇਜੋ।",
            "ਭੇਜਣ ਤੋਂ ਪਹਿਲਾਂ ਪਤਾ ਦੋ ਵਾਰ ਪੜ੍ਹੋ।",
            "ਚਿੰਤਾ ਹੋਵੇ ਤਾਂ ਤੁਰੰਤ 01632 960 100 ਤੇ ਫ਼ੋਨ ਕਰੋ।",
            "ਦੇਰ ਰਾਤ ਬੱਚਿਆਂ ਨੂੰ ਲਿਖਣਾ।",
        ],
        contacts: ["ਐਮਰਜੈਂਸੀ ਸੇਵਾਵਾਂ", "ਡਿਊਟੀ ਟੀਮ"],
    },
    Poster {
        language: "zh-Hans",
        fonts: &["NotoSansSC-Words.otf"],
        board: "阿什福德儿童保护委员会",
        title: "电子邮件",
        headline: "切勿使用个人账户联系儿童或其家人。",
        levels: ["最佳做法", "不当做法"],
        statements: &[
            "请使用贵机构提供的账户。",
            "抄送给同事或共享邮箱。",
            "点击“发送”之前，请将地址核对两遍。",
            "如有担忧，请立即致电 01632 960 100（全天开放）。",
            "深夜给儿童写信。",
        ],
        contacts: ["紧急服务", "值班团队"],
    },
    Poster {
        language: "zh-Hant",
        fonts: &["NotoSansTC-Words.otf"],
        board: "艾什福德兒童保護委員會",
        title: "電子郵件",
        headline: "切勿使用個人帳戶聯絡兒童或其家人。",
        levels: ["最佳做法", "不當做法"],
        statements: &[
            "請使用貴機構提供的帳戶。",
            "將副本寄給同事或共用信箱。",
            "按下「傳送」之前，請將地址核對兩遍。",
            "如有疑慮，請立即致電 01632 960 100（全日開放）。",
            "深夜寫信給兒童。",
        ],
        contacts: ["緊急服務", "值班團隊"],
    },
    Poster {
        language: "cy",
        fonts: &[],
        board: "Bwrdd Diogelu Plant Glanmor",
        title: "Ebost",
        headline: "Peidiwch byth â defnyddio cyfrif personol i gysylltu â phlentyn neu ei deulu.",
        levels: ["Arfer gorau", "Arfer gwael"],
        statements: &[
            "Defnyddiwch y cyfrif y mae eich sefydliad yn ei roi i chi.",
            "Anfonwch gopi at gydweithiwr – dŵr, tŷ, âŵŷ.",
            "Ysgrifennu at blant yn hwyr y nos.",
        ],
        contacts: ["Gwasanaethau brys", "Tîm dyletswydd"],
    },
    Poster {
        language: "pl",
        fonts: &[],
        board: "Rada Ochrony Dzieci Łódź",
        title: "Poczta",
        headline: "Nigdy nie używaj prywatnego konta do kontaktu z dzieckiem.",
        levels: ["Najlepsza praktyka", "Zła praktyka"],
        statements: &[
            "Korzystaj z konta służbowego, które daje ci organizacja.",
            "Zażółć gęślą jaźń – zawsze wyślij kopię współpracownikowi.",
            "Pisanie do dzieci późno w nocy.",
        ],
        contacts: ["Służby ratunkowe", "Zespół dyżurny"],
    },
    Poster {
        language: "ro",
        fonts: &[],
        board: "Consiliul pentru Protecția Copiilor",
        title: "E-mail",
        headline: "Nu folosiți niciodată un cont personal pentru a contacta un copil.",
        levels: ["Cele mai bune practici", "Practici greșite"],
        statements: &[
            "Folosiți contul pe care vi-l oferă organizația.",
            "Țineți evidența mesajelor și știți cui să vă adresați.",
            "Să scrieți copiilor noaptea târziu.",
        ],
        contacts: ["Servicii de urgență", "Echipa de gardă"],
    },
    Poster {
        language: "lt",
        fonts: &[],
        board: "Vaikų apsaugos taryba",
        title: "El. paštas",
        headline: "Niekada nenaudokite asmeninės paskyros susisiekti su vaiku.",
        levels: ["Geriausia praktika", "Bloga praktika"],
        statements: &[
            "Naudokite paskyrą, kurią jums suteikė organizacija.",
            "Ąžuolų gatvė, šįryt: žinutę išsiųskite ir kolegai.",
            "Rašyti vaikams vėlai naktį.",
        ],
        contacts: ["Skubios pagalbos tarnybos", "Budinti komanda"],
    },
    Poster {
        language: "tr",
        fonts: &[],
        board: "Çocuk Koruma Kurulu",
        title: "E-posta",
        headline: "Bir çocukla iletişim için asla kişisel hesabınızı kullanmayın.",
        levels: ["En iyi uygulama", "Kötü uygulama"],
        statements: &[
            "Kurumunuzun size verdiği hesabı kullanın.",
            "Işıl ışıl İstanbul: ilgili kişiye bir kopya gönderin.",
            "Gece geç saatte çocuklara yazmak.",
        ],
        contacts: ["Acil servisler", "Nöbetçi ekip"],
    },
    Poster {
        language: "vi",
        fonts: &[],
        board: "Ủy ban Bảo vệ Trẻ em Ashford",
        title: "Thư điện tử và Ẩm thực",
        headline: "Không bao giờ dùng tài khoản cá nhân để liên lạc với trẻ em.",
        levels: ["Cách làm tốt nhất", "Cách làm sai"],
        statements: &[
            "Hãy dùng tài khoản mà tổ chức cấp cho bạn.",
            "Gửi một bản sao cho đồng nghiệp hoặc hộp thư chung.",
            "Viết cho trẻ em vào đêm khuya.",
        ],
        contacts: ["Dịch vụ khẩn cấp", "Nhóm trực"],
    },
];

/// A pack with an edition in the language of this poster, which has these lines more.
fn folder_of(poster: &Poster, more: &str) -> Folder {
    let folder = Folder::with_pack();
    let Poster {
        language,
        board,
        title,
        headline,
        levels: [best, poor],
        contacts: [emergency, duty],
        ..
    } = poster;
    let [first, others @ .., last] = poster.statements else {
        panic!("there are some statements");
    };
    let mut between = String::new();
    for (at, other) in others.iter().enumerate() {
        let statement = format!("    - id: other-{at}\n      short: '{other}'\n");
        between.push_str(&statement);
    }
    let fonts = match poster.fonts {
        [] => String::new(),
        [regular, bold @ ..] => format!(
            "branding:\n  fonts:\n    - regular: {regular}\n      bold: {}\n      languages: [{language}]\n",
            bold.first().unwrap_or(regular)
        ),
    };
    folder.write(
        "content/editions/oak/edition.yml",
        &format!(
            "name: '{board}'\nlanguages: [{language}]\nurl: https://oak.example/\nomit: {{channels: [photos]}}\n\
             levels:\n  - {{id: best, label: '{best}'}}\n  - {{id: poor, label: '{poor}'}}\n\
             contacts:\n  - {{id: emergency, name: '{emergency}'}}\n  - {{id: duty-team, name: '{duty}'}}\n{fonts}{more}"
        ),
    );
    folder.write(
        "content/editions/oak/channels/email.md",
        &format!(
            "---\ntitle: '{title}'\nheadline: '{headline}'\nlevels:\n  best:\n    - id: work-account\n      short: '{first}'\n      full: \"\"\n{between}  \
             poor:\n    - id: late\n      short: '{last}'\nsafeguards:\n  - id: told\n    remove: true\n---\n"
        ),
    );
    // The fixed words of Arabic and Urdu are part of the program; those of the others are not what is tried here.
    if !matches!(*language, "ar" | "ur") {
        let english = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/strings/en.ftl");
        let english = fs::read_to_string(english).expect("the English words");
        folder.write(&format!("themes/default/strings/{language}.ftl"), &english);
    }
    for font in poster.fonts {
        bring(&folder, font, "content/fonts");
    }
    folder
}

/// Puts a font of the tests into a folder.
fn bring(folder: &Folder, font: &str, into: &str) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fonts")
        .join(font);
    let into = folder.path().join(into);
    fs::create_dir_all(&into).expect("a folder for a test");
    fs::copy(from, into.join(font)).expect("a font of the tests");
}

fn build(folder: &Folder) -> Outcome {
    folder.run(&["build", "--edition", "oak", "--only", "posters"])
}

/// What a screen reader says of the poster of email, without breaks of lines.
fn words(folder: &Folder) -> String {
    let files = folder.files("output/oak/posters");
    let outline = reading::Reading::of(&files["email.pdf"]).outline();
    support::stretches(&outline).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_language_is_set_and_read_back_word_for_word() {
    for poster in POSTERS {
        let folder = folder_of(poster, "");
        let outcome = build(&folder);
        assert_eq!(
            outcome.code,
            Some(0),
            "{}: {}{}",
            poster.language,
            outcome.out,
            outcome.err
        );
        assert!(!outcome.err.contains("missing-glyph"), "{}", outcome.err);
        let words = words(&folder);
        let whole = [poster.board, poster.title, poster.headline];
        let said = whole
            .iter()
            .chain(&poster.levels)
            .chain(poster.statements)
            .chain(&poster.contacts);
        for text in said {
            // Apostrophes are set as they are printed.
            let text = text.replace('\'', "’");
            assert!(
                words.contains(&text),
                "{}: “{text}” in {words}",
                poster.language
            );
        }
    }
}

fn arabic() -> &'static Poster {
    POSTERS
        .iter()
        .find(|poster| poster.language == "ar")
        .expect("there is one")
}

#[test]
fn letters_that_no_font_has_are_one_fault_with_place_and_fonts() {
    let poster = Poster {
        fonts: &[],
        ..*arabic()
    };
    let folder = folder_of(&poster, "");
    let outcome = build(&folder);
    assert_eq!(outcome.code, Some(1));
    for said in [
        "missing-glyph",
        "characters of the script Arabic",
        "content/editions/oak/channels/email.md:2:8",
        "not in Source Sans 3",
        "Noto Naskh Arabic",
    ] {
        assert!(outcome.err.contains(said), "{said}: {}", outcome.err);
    }
}

#[test]
fn fonts_that_are_not_there_or_no_fonts_are_faults_at_their_lines() {
    let poster = Poster {
        fonts: &[],
        ..*arabic()
    };
    let folder = folder_of(
        &poster,
        "branding:\n  fonts:\n    - regular: NotoNaskhArabic-Wrods.ttf\n    - bold: broken.ttf\n    - languages: [ar]\n    - regular: NotoNaskhArabic-Words.ttf\n",
    );
    bring(
        &folder,
        "NotoNaskhArabic-Words.ttf",
        "content/editions/oak/fonts",
    );
    folder.write("content/fonts/broken.ttf", "not a font");
    let outcome = build(&folder);
    assert_eq!(outcome.code, Some(1));
    for said in [
        "error[missing-file]: there is no font `NotoNaskhArabic-Wrods.ttf`",
        "did you mean `NotoNaskhArabic-Words.ttf`?",
        "error[bad-font]: the font `broken.ttf` can't be used",
        "error[missing-key]: a font family has no `regular`",
        "hint[missing-style]: the family of `NotoNaskhArabic-Words.ttf` has no bold font",
    ] {
        assert!(outcome.err.contains(said), "{said}: {}", outcome.err);
    }
    assert!(!outcome.err.contains("missing-glyph"), "{}", outcome.err);
}

#[test]
fn a_theme_brings_fonts_by_naming_them() {
    let poster = Poster {
        fonts: &[],
        ..*arabic()
    };
    let folder = folder_of(&poster, "theme: own\n");
    folder.write(
        "themes/own/theme.yml",
        "extends: default\nfonts:\n  - {regular: NotoNaskhArabic-Words.ttf, bold: NotoNaskhArabic-Bold-Words.ttf}\n",
    );
    for font in [
        "NotoNaskhArabic-Words.ttf",
        "NotoNaskhArabic-Bold-Words.ttf",
    ] {
        bring(&folder, font, "themes/own/fonts");
    }
    let outcome = build(&folder);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    assert!(words(&folder).contains(poster.headline));
}

#[test]
fn lists_are_joined_as_each_language_does() {
    let folder = Folder::with_pack();
    let pack = folder.read("content/pack.yml");
    folder.write(
        "content/pack.yml",
        &format!(
            "{pack}languages: [en, cy, ur]\naudiences:\n  - {{ id: staff, label: {{ en: Staff, cy: Staff, ur: عملہ }} }}\n  - {{ id: teachers, label: {{ en: Teachers, cy: Athrawon, ur: اساتذہ }} }}\n  - {{ id: parents, label: {{ en: Parents, cy: Rhieni, ur: والدین }} }}\n"
        ),
    );
    folder.write(
        "content/glossary.yml",
        "- { id: aup, term: Acceptable use, short: AUP, meaning: What may be done., also: [The rules, House rules] }\n",
    );
    let email = folder.read("content/channels/email.md");
    folder.write(
        "content/channels/email.md",
        &email
            .replace(
                "      short: Use the work account.\n",
                "      short: Use the work account.\n      audiences: [staff, teachers, parents]\n",
            )
            .replace(
                "      short: Writing late at night.\n",
                "      short: Writing late at night.\n      audiences: [staff, teachers]\n",
            ),
    );
    let outcome = folder.run(&["build", "--edition", "ash", "--only", "site"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    for (language, three, two) in [
        (
            "",
            "For: Staff, Teachers and Parents",
            "For: Staff and Teachers",
        ),
        (
            "cy/",
            "Ar gyfer: Staff, Athrawon a Rhieni",
            "Ar gyfer: Staff ac Athrawon",
        ),
        (
            "ur/",
            "برائے: عملہ، اساتذہ، اور والدین",
            "برائے: عملہ اور اساتذہ",
        ),
    ] {
        let page = folder.read(&format!("output/ash/{language}channels/email/index.html"));
        assert!(
            page.contains(&format!("<span class=\"for\">{three}</span>")),
            "{page}"
        );
        assert!(
            page.contains(&format!("<span class=\"for\">{two}</span>")),
            "{page}"
        );
    }
    let glossary = folder.read("output/ash/glossary/index.html");
    assert!(
        glossary.contains("Also called: The rules or House rules"),
        "{glossary}"
    );
}
