//! Faults in a theme's templates: at their line, with the way that led there.

mod support;

use support::Folder;

/// What `check` says of a pack whose theme has these templates of its own.
fn said(templates: &[(&str, &str)]) -> String {
    let folder = Folder::with_pack();
    let ash = folder.read("content/editions/ash/edition.yml");
    folder.write(
        "content/editions/ash/edition.yml",
        &format!("{ash}theme: harbour\n"),
    );
    folder.write(
        "themes/harbour/theme.yml",
        "name: Harbour\nextends: default\n",
    );
    for (name, text) in templates {
        folder.write(&format!("themes/harbour/templates/{name}"), text);
    }
    let outcome = folder.run(&["check", "--only", "site"]);
    assert_eq!(outcome.code, Some(1), "{}", outcome.err);
    outcome.err
}

const GLOSSARY: &str = "{% extends \"page.html\" %}\n{% block content %}\n<div>{% include \"first.html\" %}</div>\n{% endblock content %}\n";

#[test]
fn a_fault_two_includes_deep_is_shown_with_every_step() {
    let text = said(&[
        ("privacy.html", GLOSSARY),
        ("first.html", "<p>\n  {% include \"second.html\" %}\n</p>\n"),
        (
            "second.html",
            "<b>\n{{ site.name }} {{ site.nmae }}\n</b>\n",
        ),
    ]);
    // The fault, then the way to it, the nearest step first.
    let steps = [
        "themes/harbour/templates/second.html:2:",
        "themes/harbour/templates/first.html:2:",
        "themes/harbour/templates/privacy.html:3:",
    ];
    let found: Vec<Option<usize>> = steps.iter().map(|step| text.find(step)).collect();
    assert!(found.iter().all(Option::is_some), "{text}");
    assert!(found.is_sorted(), "{text}");
    assert!(text.contains("{{ site.name }} {{ site.nmae }}"), "{text}");
    assert!(
        text.contains("^^^^ Field `nmae` is not defined\n"),
        "{text}"
    );
    assert!(text.contains("did you mean `name`?"), "{text}");
    assert_eq!(text.matches("error[").count(), 1, "{text}");
    assert!(text.contains("called here"), "{text}");
    assert_eq!(text.matches("error[template]").count(), 1, "{text}");
}

#[test]
fn a_fault_in_a_component_names_who_called_it() {
    let text = said(&[(
        "privacy.html",
        "{%- component board(name: string) -%}{{ name.first }}{%- endcomponent board -%}\n{{ <board name=\"Ash\"/> }}\n",
    )]);
    assert!(text.contains("privacy.html:1:"), "{text}");
    assert!(text.contains("called here"), "{text}");
}

#[test]
fn a_fault_in_the_frame_is_said_once_for_all_pages_with_one_that_extends_it() {
    let text = said(&[(
        "page.html",
        "<html lang=\"{{ language }}\"><h1>{{ page.headnig }}</h1>{% block scripts %}{% endblock scripts %}{% block hero %}{% endblock hero %}{% block content %}{% endblock content %}</html>",
    )]);
    assert_eq!(text.matches("error[template]").count(), 1, "{text}");
    assert!(text.contains("page.html:1:"), "{text}");
    assert!(text.contains("home.html:1:"), "{text}");
    assert!(text.contains("for a page that extends it"), "{text}");
}

#[test]
fn a_template_that_is_not_there_is_shown_where_it_is_named() {
    let text = said(&[("privacy.html", "<p>\n{% include \"componets.html\" %}\n")]);
    assert!(text.contains("privacy.html:2:"), "{text}");
    assert!(text.contains("did you mean `components.html`?"), "{text}");
    let text = said(&[("privacy.html", "{% extends \"pgae.html\" %}\n")]);
    assert!(text.contains("privacy.html:1:12"), "{text}");
    assert!(text.contains("`page.html`"), "{text}");
}

#[test]
fn templates_that_call_one_another_for_ever_are_said() {
    let text = said(&[
        ("privacy.html", "{% include \"first.html\" %}"),
        ("first.html", "{% include \"second.html\" %}"),
        ("second.html", "{% include \"first.html\" %}"),
    ]);
    assert!(text.contains("in a circle"), "{text}");
    assert!(text.contains("first.html:1:"), "{text}");
    assert!(text.contains("second.html:1:"), "{text}");
    let text = said(&[
        ("privacy.html", "{% extends \"first.html\" %}"),
        ("first.html", "{% extends \"privacy.html\" %}"),
    ]);
    assert!(text.contains("in a circle"), "{text}");
}

#[test]
fn all_templates_that_cannot_be_read_are_said() {
    let text = said(&[
        ("privacy.html", "<p>{% for x in %}</p>"),
        ("about.html", "\n{{ page.heading"),
    ]);
    assert!(text.contains("privacy.html:1:"), "{text}");
    assert!(text.contains("about.html:2:"), "{text}");
    assert_eq!(text.matches("error[").count(), 2, "{text}");
}
