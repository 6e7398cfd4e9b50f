//! Where lines end.
//!
//! A paragraph is broken as a whole. Of all ways to set it in as few lines as can be, the one with the most even lines is
//! taken: the smallest sum of squares of the white at the ends of lines, as Knuth and Plass ("Breaking Paragraphs into
//! Lines", 1981) do for justified text. Taking few lines first means that the search for the largest type, which only
//! counts lines, need not know where they end.

use std::ops::Range;

/// How lines are to be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Manner {
    /// For reading: the last line may be short, but not a lone word where that can be helped.
    #[default]
    Ragged,
    /// For titles and headlines: all lines are alike, no lone word at the end.
    Balanced,
}

/// A line, as clusters of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    /// Its clusters in the order of the text, with the spaces that follow the last word.
    pub(crate) clusters: Range<usize>,
    /// Its width in ems, without these spaces, but with the hyphen.
    pub(crate) width: f32,
    /// Whether it ends within a word, and so with a hyphen.
    pub(crate) hyphen: bool,
    /// How far it begins outside its box, in ems, so that it looks as if it began at the edge: quotation marks hang, and the
    /// white that letters have at their sides is taken back in titles.
    pub(crate) hang: f32,
}

/// What can't be broken: a word with the spaces after it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    /// Its clusters with the spaces.
    pub(super) clusters: Range<usize>,
    /// Its width without the spaces.
    pub(super) width: f32,
    /// The width of the spaces.
    pub(super) space: f32,
    /// Whether the line must end after it.
    pub(super) ends_line: bool,
    /// How many letters it has.
    pub(super) letters: usize,
    /// What a break after it looks like: with a hyphen, where the author wrote a soft one.
    pub(super) after: After,
    /// How it looks at the beginning of a line.
    pub(super) edge: Edge,
}

/// How the beginning of a word looks at the edge of a box, in ems.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Edge {
    /// How much of it hangs outside: most of a quotation mark.
    pub(super) hang: f32,
    /// The white at the side of its first letter, which is seen in large type.
    pub(super) bearing: f32,
}

/// Where a word may be broken if there is no other way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Cut {
    /// The width of the cluster before it.
    pub(super) width: f32,
    /// What a break after this cluster looks like.
    pub(super) after: After,
}

/// What a break within a word looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// There can be none.
    Never,
    /// With a hyphen.
    Hyphen,
    /// Without: after the dot of an address.
    Nothing,
}

/// All that breaking needs to know of a paragraph, in ems.
#[derive(Debug, Clone, Default)]
pub(super) struct Measures {
    pub(super) words: Vec<Word>,
    /// One for each cluster.
    pub(super) cuts: Vec<Cut>,
    /// The width of a hyphen.
    pub(super) hyphen: f32,
}

impl Measures {
    pub(super) fn longest_word(&self) -> f32 {
        self.words
            .iter()
            .map(|word| match word.after {
                After::Hyphen => word.width + self.hyphen,
                After::Never | After::Nothing => word.width,
            })
            .fold(0.0, f32::max)
    }

    fn has_hyphens(&self) -> bool {
        self.words.iter().any(|word| word.after == After::Hyphen)
    }

    fn width(&self, clusters: Range<usize>) -> f32 {
        self.cuts
            .get(clusters)
            .unwrap_or_default()
            .iter()
            .map(|cut| cut.width)
            .sum()
    }
}

/// A word, or a piece of one that had to be broken.
#[derive(Debug, Clone)]
struct Piece {
    clusters: Range<usize>,
    width: f32,
    space: f32,
    ends_line: bool,
    letters: usize,
    after: After,
    /// Whether it is a piece of a word that goes on.
    inside_word: bool,
    edge: Edge,
}

/// Widths are compared with this much leeway, in ems, so that a title set exactly to its box stays on its line.
const LEEWAY: f32 = 1e-4;

/// How many lines a paragraph takes at this width.
pub(super) fn count(measures: &Measures, width: f32) -> usize {
    if measures.has_hyphens() || measures.longest_word() > width + LEEWAY {
        return break_lines(measures, width, Manner::Ragged).len();
    }
    let mut lines = 0;
    let mut used = f32::NEG_INFINITY;
    let mut open = false;
    for word in &measures.words {
        if !open || used + word.width > width + LEEWAY {
            lines += 1;
            used = 0.0;
        }
        used += word.width + word.space;
        open = !word.ends_line;
    }
    lines
}

/// The best lines for this width.
pub(super) fn break_lines(measures: &Measures, width: f32, manner: Manner) -> Vec<Line> {
    let pieces = pieces(measures, width);
    let mut lines = Vec::new();
    let mut start = 0;
    // What the author breaks is broken as paragraphs of their own.
    while start < pieces.len() {
        let end = pieces[start..]
            .iter()
            .position(|piece| piece.ends_line)
            .map_or(pieces.len(), |at| start + at + 1);
        break_one(
            &pieces[start..end],
            measures.hyphen,
            width,
            manner,
            &mut lines,
        );
        start = end;
    }
    lines
}

/// The words, those wider than a line in pieces.
fn pieces(measures: &Measures, width: f32) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(measures.words.len());
    for word in &measures.words {
        if word.width <= width + LEEWAY {
            pieces.push(Piece {
                clusters: word.clusters.clone(),
                width: word.width,
                space: word.space,
                ends_line: word.ends_line,
                letters: word.letters,
                after: word.after,
                inside_word: word.after == After::Hyphen,
                edge: word.edge,
            });
        } else {
            cut(measures, word, width, &mut pieces);
        }
    }
    pieces
}

/// A word in the pieces it can be broken into: an address at its dots, and only what is still too wide anywhere.
fn cut(measures: &Measures, word: &Word, width: f32, pieces: &mut Vec<Piece>) {
    let after = |at: usize| measures.cuts.get(at).map_or(After::Never, |cut| cut.after);
    let mut start = word.clusters.start;
    while start < word.clusters.end {
        let part_end = (start..word.clusters.end)
            .find(|&at| after(at) == After::Nothing)
            .map_or(word.clusters.end, |at| at + 1);
        let part = start..part_end;
        if measures.width(part.clone()) <= width + LEEWAY {
            push_piece(measures, word, part, pieces);
        } else {
            let mut from = start;
            for at in part {
                if after(at) != After::Never || at + 1 == part_end {
                    push_piece(measures, word, from..at + 1, pieces);
                    from = at + 1;
                }
            }
        }
        start = part_end;
    }
}

fn push_piece(measures: &Measures, word: &Word, clusters: Range<usize>, pieces: &mut Vec<Piece>) {
    let last = clusters.end == word.clusters.end;
    let space = if last { word.space } else { 0.0 };
    pieces.push(Piece {
        width: (measures.width(clusters.clone()) - space).max(0.0),
        space,
        ends_line: last && word.ends_line,
        letters: clusters.len(),
        after: match measures.cuts.get(clusters.end - 1) {
            Some(cut) if !last => cut.after,
            _ => word.after,
        },
        inside_word: !last || word.after == After::Hyphen,
        edge: if clusters.start == word.clusters.start {
            word.edge
        } else {
            Edge::default()
        },
        clusters,
    });
}

/// The best way found so far to break what comes before a piece.
#[derive(Debug, Clone, Copy)]
struct Best {
    lines: u32,
    cost: f32,
    from: usize,
}

/// Breaks pieces that the author doesn't break.
fn break_one(pieces: &[Piece], hyphen: f32, width: f32, manner: Manner, lines: &mut Vec<Line>) {
    const FIRST: Best = Best {
        lines: 0,
        cost: 0.0,
        from: 0,
    };
    let mut best: Vec<Best> = Vec::with_capacity(pieces.len() + 1);
    best.push(FIRST);
    for end in 1..=pieces.len() {
        let mut found: Option<Best> = None;
        let mut used = 0.0;
        for start in (0..end).rev() {
            used += pieces[start].width;
            if start + 1 < end {
                used += pieces[start].space;
            }
            let line = line_width(&pieces[end - 1], used, hyphen, end == pieces.len());
            // A piece wider than the line must stand somewhere: alone.
            if line > width + LEEWAY && start + 1 < end {
                if used > width + LEEWAY {
                    break;
                }
                continue;
            }
            let cost = best[start].cost + cost(pieces, start, end, line, width, manner);
            let candidate = Best {
                lines: best[start].lines + 1,
                cost,
                from: start,
            };
            let better = found
                .is_none_or(|found| (candidate.lines, candidate.cost) < (found.lines, found.cost));
            if better {
                found = Some(candidate);
            }
        }
        best.push(found.unwrap_or(FIRST));
    }

    let first = lines.len();
    let mut end = pieces.len();
    while end > 0 {
        let start = best[end].from.min(end - 1);
        let used: f32 = pieces[start..end]
            .iter()
            .map(|piece| piece.width + piece.space)
            .sum::<f32>()
            - pieces[end - 1].space;
        let last = &pieces[end - 1];
        lines.push(Line {
            clusters: pieces[start].clusters.start..last.clusters.end,
            width: line_width(last, used, hyphen, end == pieces.len()),
            hyphen: last.after == After::Hyphen && end < pieces.len(),
            hang: match manner {
                Manner::Ragged => pieces[start].edge.hang,
                Manner::Balanced => pieces[start].edge.hang + pieces[start].edge.bearing,
            },
        });
        end = start;
    }
    lines[first..].reverse();
}

/// The width of a line that ends with this piece.
fn line_width(last: &Piece, used: f32, hyphen: f32, ends_paragraph: bool) -> f32 {
    if last.after == After::Hyphen && !ends_paragraph {
        used + hyphen
    } else {
        used
    }
}

/// How much a line displeases: the square of the share of it that is white, and more for what readers stumble over.
fn cost(pieces: &[Piece], start: usize, end: usize, line: f32, width: f32, manner: Manner) -> f32 {
    /// A lone word at the end; more than any raggedness of a few lines.
    const LONE_WORD: f32 = 4.0;
    /// A last line of next to nothing ("a secret."), the more the shorter it is; more than raggedness, less than a lone word.
    const SHORT_END: f32 = 2.0;
    /// The share of the width from which a last line looks like one.
    const ENOUGH: f32 = 0.4;
    /// A word broken within, with a hyphen.
    const BROKEN_WORD: f32 = 2.0;
    /// An address broken after a dot.
    const BROKEN_ADDRESS: f32 = 0.5;
    /// A title's line that ends with an article or preposition.
    const HANGING_ARTICLE: f32 = 0.02;

    let last_line = end == pieces.len();
    let white = if width.is_finite() {
        ((width - line) / width).max(0.0)
    } else {
        0.0
    };
    let mut cost = match manner {
        Manner::Ragged if last_line => 0.0,
        _ => white * white,
    };
    if last_line && start > 0 {
        if pieces[start..end - 1].iter().all(|piece| piece.inside_word) {
            cost += LONE_WORD;
        }
        cost += SHORT_END * (1.0 - (1.0 - white) / ENOUGH).max(0.0);
    }
    if !last_line {
        let last = &pieces[end - 1];
        if last.inside_word {
            cost += match last.after {
                After::Hyphen => BROKEN_WORD,
                After::Nothing | After::Never => BROKEN_ADDRESS,
            };
        } else if manner == Manner::Balanced && last.letters <= 3 {
            cost += HANGING_ARTICLE;
        }
    }
    cost
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Wording of these widths with spaces of a quarter, each cluster one em wide or less.
    fn measures(widths: &[f32]) -> Measures {
        let mut measures = Measures {
            hyphen: 0.3,
            ..Measures::default()
        };
        for &width in widths {
            let start = measures.cuts.len();
            let letters = width.ceil().max(1.0) as usize;
            for _ in 0..letters {
                measures.cuts.push(Cut {
                    width: width / letters as f32,
                    after: After::Hyphen,
                });
            }
            // The space is a cluster of its own.
            measures.cuts.push(Cut {
                width: 0.25,
                after: After::Never,
            });
            measures.words.push(Word {
                clusters: start..measures.cuts.len(),
                width,
                space: 0.25,
                ends_line: false,
                letters,
                after: After::Nothing,
                edge: Edge::default(),
            });
        }
        measures
    }

    fn words_per_line(measures: &Measures, lines: &[Line]) -> Vec<usize> {
        lines
            .iter()
            .map(|line| {
                measures
                    .words
                    .iter()
                    .filter(|word| line.clusters.contains(&word.clusters.start))
                    .count()
            })
            .collect()
    }

    #[test]
    fn lines_are_evened_out_over_the_paragraph() {
        // Taking what fits gives four words and then one: a full line and a short one.
        let measures = measures(&[2.0, 2.0, 2.0, 2.0, 4.0, 7.0, 2.0]);
        let lines = break_lines(&measures, 9.3, Manner::Ragged);
        assert_eq!(words_per_line(&measures, &lines), [3, 2, 2]);
    }

    #[test]
    fn no_word_is_left_alone_if_it_can_be_helped() {
        let measures = measures(&[3.0, 3.0, 3.0, 1.0]);
        let lines = break_lines(&measures, 10.0, Manner::Ragged);
        assert_eq!(words_per_line(&measures, &lines), [2, 2]);
    }

    #[test]
    fn a_few_letters_do_not_stand_alone_if_it_can_be_helped() {
        // "… that they keep | a secret." becomes "… that they | keep a secret."
        let measures = measures(&[3.0, 2.0, 2.4, 0.5, 1.5]);
        let lines = break_lines(&measures, 8.2, Manner::Ragged);
        assert_eq!(words_per_line(&measures, &lines), [2, 3]);
    }

    #[test]
    fn two_words_that_need_two_lines_get_them() {
        let measures = measures(&[6.0, 9.0]);
        let lines = break_lines(&measures, 10.0, Manner::Balanced);
        assert_eq!(words_per_line(&measures, &lines), [1, 1]);
        assert!(lines.iter().all(|line| !line.hyphen));
    }

    #[test]
    fn titles_have_even_lines() {
        // "Images and video": "Images | and video", not "Images and | video".
        let measures = measures(&[6.0, 3.0, 5.0]);
        let lines = break_lines(&measures, 10.0, Manner::Balanced);
        assert_eq!(words_per_line(&measures, &lines), [1, 2]);
    }

    #[test]
    fn words_are_broken_only_if_they_must_be_and_visibly() {
        let fits = measures(&[3.0, 10.0]);
        assert!(
            break_lines(&fits, 10.0, Manner::Ragged)
                .iter()
                .all(|line| !line.hyphen)
        );

        let too_long = measures(&[3.0, 25.0]);
        let lines = break_lines(&too_long, 10.0, Manner::Ragged);
        assert!(lines.len() >= 3, "{lines:?}");
        assert!(
            lines.iter().all(|line| line.width <= 10.0 + LEEWAY),
            "{lines:?}"
        );
        assert!(lines.iter().any(|line| line.hyphen));
        assert!(lines.last().is_some_and(|line| !line.hyphen));
    }

    #[test]
    fn a_soft_hyphen_is_a_place_to_break_that_shows_a_hyphen() {
        // "safe­guarding": both pieces on one line where they fit, and a hyphen, with room for it, where they don't.
        let mut measures = measures(&[4.0, 6.0]);
        measures.words[0].space = 0.0;
        measures.words[0].after = After::Hyphen;
        let lines = break_lines(&measures, 10.0, Manner::Ragged);
        assert_eq!((lines.len(), count(&measures, 10.0)), (1, 1));
        assert!(!lines[0].hyphen);
        let lines = break_lines(&measures, 7.0, Manner::Ragged);
        assert_eq!((lines.len(), count(&measures, 7.0)), (2, 2));
        assert!(lines[0].hyphen && !lines[1].hyphen);
        assert!((lines[0].width - 4.3).abs() < 1e-5, "{lines:?}");
        assert!((measures.longest_word() - 6.0).abs() < 1e-5);
    }

    #[test]
    fn the_authors_breaks_are_kept() {
        let mut measures = measures(&[1.0, 1.0, 1.0]);
        measures.words[0].ends_line = true;
        let lines = break_lines(&measures, 100.0, Manner::Ragged);
        assert_eq!(words_per_line(&measures, &lines), [1, 2]);
        assert_eq!(count(&measures, 100.0), 2);
    }

    /// The best by trying everything.
    fn best_cost(pieces: &[Piece], start: usize, width: f32, manner: Manner) -> Option<(u32, f32)> {
        if start == pieces.len() {
            return Some((0, 0.0));
        }
        let mut best: Option<(u32, f32)> = None;
        let mut used = 0.0;
        for end in start + 1..=pieces.len() {
            used += pieces[end - 1].width;
            if used > width + LEEWAY {
                break;
            }
            if let Some((lines, rest)) = best_cost(pieces, end, width, manner) {
                let this = (
                    lines + 1,
                    rest + cost(pieces, start, end, used, width, manner),
                );
                if best.is_none_or(|best| this.0 < best.0 || (this.0 == best.0 && this.1 < best.1))
                {
                    best = Some(this);
                }
            }
            used += pieces[end - 1].space;
        }
        best
    }

    proptest! {
        #[test]
        fn no_other_way_is_better(
            widths in prop::collection::vec(0.5f32..6.0, 1..9),
            width in 6.0f32..15.0,
            balanced: bool,
        ) {
            let manner = if balanced { Manner::Balanced } else { Manner::Ragged };
            let measures = measures(&widths);
            let lines = break_lines(&measures, width, manner);
            let pieces = pieces(&measures, width);
            let (fewest, least) = best_cost(&pieces, 0, width, manner).expect("each word fits");
            prop_assert_eq!(lines.len(), fewest as usize);
            prop_assert_eq!(count(&measures, width), lines.len());
            let mut at = 0;
            let mut total = 0.0;
            for (line, words) in lines.iter().zip(words_per_line(&measures, &lines)) {
                total += cost(&pieces, at, at + words, line.width, width, manner);
                at += words;
            }
            prop_assert!(total <= least + 1e-3, "{total} > {least}");
        }

        #[test]
        fn nothing_is_lost_and_nothing_sticks_out(
            widths in prop::collection::vec(0.5f32..30.0, 1..12),
            width in 3.0f32..12.0,
        ) {
            let measures = measures(&widths);
            let lines = break_lines(&measures, width, Manner::Ragged);
            prop_assert_eq!(count(&measures, width), lines.len());
            let mut at = 0;
            for line in &lines {
                prop_assert_eq!(line.clusters.start, at);
                prop_assert!(line.width <= width + LEEWAY, "{line:?} in {width}");
                at = line.clusters.end;
            }
            prop_assert_eq!(at, measures.cuts.len());
        }
    }
}
