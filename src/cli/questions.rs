//! Asking for what a command needs and wasn't told: on a terminal, and never elsewhere.

use std::io::{self, BufRead, IsTerminal as _};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::Rgb;
use crate::pack::misfit;
use crate::pack::shape::Kind;

/// Something to be known.
#[derive(Debug, Clone)]
pub(super) struct Question<'q> {
    /// What is asked for, as a person reads it: "The name of the edition".
    pub about: &'q str,
    /// The option that says it: `--name`.
    pub option: &'q str,
    /// What an answer may look like.
    pub example: &'q str,
    /// What form it has.
    pub kind: Kind,
}

/// Asks, as long as somebody is there to answer.
pub(super) struct Questions<R> {
    answers: Option<R>,
    has_asked: bool,
    /// What is lacking, or has the wrong form.
    pub problems: Diagnostics,
}

/// Questions to whoever sits at the terminal; if nobody does, what lacks is said instead.
pub(super) fn questions() -> Questions<io::StdinLock<'static>> {
    let is_there = io::stdin().is_terminal() && io::stderr().is_terminal();
    Questions::to(is_there.then(|| io::stdin().lock()))
}

impl<R: BufRead> Questions<R> {
    fn to(answers: Option<R>) -> Self {
        Self {
            answers,
            has_asked: false,
            problems: Diagnostics::new(),
        }
    }

    /// What must be known: as it was given, or as it is answered.
    pub(super) fn needed(
        &mut self,
        question: &Question<'_>,
        given: Option<&str>,
    ) -> Option<String> {
        if let Some(given) = given {
            return self.sound(question, given);
        }
        let prompt = format!("{} (such as {}): ", question.about, question.example);
        while let Some(answer) = self.answer(&prompt) {
            let answer = meant(&answer, &question.kind);
            match complaint(question, &answer) {
                _ if answer.is_empty() => eprintln!("  this is needed"),
                Some(problem) => complain(&problem),
                None => return Some(answer),
            }
        }
        self.problems.push(
            Diagnostic::new(
                Code::NotTold,
                format!("not told: {}", lower(question.about)),
            )
            .help(format!(
                "write {} {}",
                question.option,
                shell(question.example)
            )),
        );
        None
    }

    /// What may be known. It is asked for only if something else had to be: whoever says all that is needed wants no questions.
    pub(super) fn may(&mut self, question: &Question<'_>, given: Option<&str>) -> Option<String> {
        self.perhaps(question, given, "such as", "Enter leaves it out")
    }

    /// What may take the place of what is there already, which the example of the question is. Asked for as [`may`](Self::may) asks.
    pub(super) fn instead(
        &mut self,
        question: &Question<'_>,
        given: Option<&str>,
    ) -> Option<String> {
        self.perhaps(question, given, "now", "Enter keeps it")
    }

    fn perhaps(
        &mut self,
        question: &Question<'_>,
        given: Option<&str>,
        before: &str,
        after: &str,
    ) -> Option<String> {
        if let Some(given) = given {
            return self.sound(question, given);
        }
        if !self.has_asked {
            return None;
        }
        let prompt = format!(
            "{} ({before} {}; {after}): ",
            question.about, question.example
        );
        loop {
            let answer = self.answer(&prompt).filter(|answer| !answer.is_empty())?;
            let answer = meant(&answer, &question.kind);
            match complaint(question, &answer) {
                Some(problem) => complain(&problem),
                None => return Some(answer),
            }
        }
    }

    /// One line of answer, without the blanks around it. None if nobody answers.
    fn answer(&mut self, prompt: &str) -> Option<String> {
        let answers = self.answers.as_mut()?;
        eprint!("{prompt}");
        self.has_asked = true;
        let mut line = String::new();
        let read = answers.read_line(&mut line).unwrap_or(0);
        if read == 0 {
            eprintln!();
            self.answers = None;
            return None;
        }
        Some(line.trim().to_owned())
    }

    fn sound(&mut self, question: &Question<'_>, given: &str) -> Option<String> {
        let given = meant(given.trim(), &question.kind);
        match complaint(question, &given) {
            Some(problem) => {
                self.problems.push(problem);
                None
            }
            None => Some(given),
        }
    }
}

/// What an answer means. A colour may stand in quotes, as files have it, and without `#`, which shells take for a comment.
fn meant(answer: &str, kind: &Kind) -> String {
    if !matches!(kind, Kind::Colour) {
        return answer.to_owned();
    }
    let bare = answer.trim_matches(['"', '\'', '“', '”', '‘', '’']).trim();
    match format!("#{bare}") {
        colour if Rgb::parse(&colour).is_some() => colour,
        _ => bare.to_owned(),
    }
}

/// What is wrong with an answer.
fn complaint(question: &Question<'_>, answer: &str) -> Option<Diagnostic> {
    let (code, expected, help) = misfit(answer, &question.kind)?;
    // Files need quotes around a colour; an answer doesn't.
    let help = match question.kind {
        Kind::Colour => Some("colours have six digits, or letters from a to f: 1b365d".to_owned()),
        _ => help,
    };
    let problem = Diagnostic::new(
        code,
        format!("`{answer}` is not {expected}: {}", lower(question.about)),
    );
    Some(match help {
        Some(help) => problem.help(help),
        None => problem,
    })
}

fn complain(problem: &Diagnostic) {
    eprintln!("  {}", problem.message);
    for help in &problem.help {
        eprintln!("  {help}");
    }
}

/// As it stands on a command line.
fn shell(text: &str) -> String {
    if text.contains([' ', '#']) {
        format!("\"{text}\"")
    } else {
        text.to_owned()
    }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: Question<'_> = Question {
        about: "The address of its website",
        option: "--url",
        example: "https://www.board.example/online/",
        kind: Kind::Address,
    };

    #[test]
    fn what_does_not_fit_is_asked_again() {
        let mut questions =
            Questions::to(Some("\nboard.example\n https://b.example/ \n".as_bytes()));
        let answer = questions.needed(&URL, None);
        assert_eq!(answer.as_deref(), Some("https://b.example/"));
        assert!(questions.problems.is_empty());
        // Nobody answers any more.
        assert_eq!(questions.needed(&URL, None), None);
        assert_eq!(questions.problems.errors(), 1);
    }

    #[test]
    fn without_a_terminal_nothing_is_asked_and_what_lacks_is_said() {
        let mut questions: Questions<&[u8]> = Questions::to(None);
        assert_eq!(questions.may(&URL, None), None);
        assert!(questions.problems.is_empty());
        assert_eq!(questions.needed(&URL, None), None);
        assert_eq!(questions.may(&URL, Some("board.example")), None);
        let help: Vec<&str> = questions
            .problems
            .iter()
            .flat_map(|problem| &problem.help)
            .map(String::as_str)
            .collect();
        assert!(help[0].contains("--url https://"), "{help:?}");
        assert!(help[1].contains("https:// in front"), "{help:?}");
    }

    #[test]
    fn what_is_there_already_is_kept_without_an_answer() {
        let mut questions = Questions::to(Some(
            "https://b.example/\n\nb\nhttps://c.example/\n".as_bytes(),
        ));
        assert_eq!(questions.instead(&URL, None), None);
        assert!(questions.needed(&URL, None).is_some());
        assert_eq!(questions.instead(&URL, None), None);
        let answer = questions.instead(&URL, None);
        assert_eq!(answer.as_deref(), Some("https://c.example/"));
    }

    #[test]
    fn a_colour_is_taken_with_and_without_quotes_and_hash() {
        let colour = Question {
            about: "Its main colour",
            option: "--brand",
            example: "#1f4e79",
            kind: Kind::Colour,
        };
        for answer in ["#1d4f91", "1d4f91", "\"#1d4f91\"", "'1d4f91'", "“#1d4f91”"] {
            let mut questions = Questions::to(Some(answer.as_bytes()));
            let asked = questions.needed(&colour, None);
            assert_eq!(asked.as_deref(), Some("#1d4f91"), "{answer}");
            let told = questions.may(&colour, Some(answer));
            assert_eq!(told.as_deref(), Some("#1d4f91"), "{answer}");
        }
        for answer in ["blue", "\"#1d4\"", "##1d4f91", "\""] {
            let problem = complaint(&colour, &meant(answer, &colour.kind));
            let problem = problem.unwrap_or_else(|| panic!("{answer} is no colour"));
            assert!(
                !problem.help.iter().any(|help| help.contains('"')),
                "{problem:?}"
            );
        }
    }

    #[test]
    fn what_may_be_left_out_is_asked_for_only_once_somebody_is_asked() {
        let mut questions = Questions::to(Some("https://b.example/\n\n".as_bytes()));
        assert_eq!(questions.may(&URL, None), None);
        assert!(questions.needed(&URL, None).is_some());
        assert_eq!(questions.may(&URL, None), None);
        assert!(questions.problems.is_empty());
    }
}
