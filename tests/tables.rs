//! Editions from tables: with commas, with tabs, from a workbook, and from a spreadsheet that belongs to somebody else.

mod support;

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use support::Folder;
use zip::write::{SimpleFileOptions, ZipWriter};

const HEADINGS: [&str; 10] = [
    "id",
    "name",
    "extends",
    "contacts.duty-team.phone",
    "url",
    "branding.primary",
    "document.review",
    "terms.manager",
    "exit_page",
    "contacts.duty-team.email",
];

/// What is put into single cells of 400 rows: the row and column as a spreadsheet shows them, and the code.
const FAULTS: [(usize, usize, &str, &str); 10] = [
    (12, 5, "1b365d", "wrong-form"),
    (29, 4, "ash.example", "wrong-form"),
    (57, 6, "31/12/2027", "wrong-form"),
    (58, 2, "asch", "unknown-parent"),
    (120, 0, "Bad Id", "not-a-slug"),
    (199, 8, "perhaps", "wrong-form"),
    (233, 9, "duty at ash.example", "wrong-form"),
    (301, 0, "council-299", "duplicate-edition"),
    (350, 1, "", "missing-key"),
    (401, 7, "{{ terms.boss }}", "unknown-term"),
];

/// Four hundred editions, ten of them with a fault. The row of the headings is the first.
fn four_hundred() -> Vec<Vec<String>> {
    let mut rows = vec![HEADINGS.map(str::to_owned).to_vec()];
    for number in 1..=400 {
        rows.push(vec![
            format!("council-{number}"),
            format!("Council {number}, \"the {number}th\""),
            if number % 3 == 0 { "ash" } else { "" }.to_owned(),
            format!("01632 960{number:03}"),
            format!("https://council-{number}.example/"),
            "#1b365d".to_owned(),
            "2027-12-31".to_owned(),
            String::new(),
            if number % 2 == 0 { "true" } else { "" }.to_owned(),
            format!("duty@council-{number}.example"),
        ]);
    }
    for (row, column, text, _) in FAULTS {
        text.clone_into(&mut rows[row - 1][column]);
    }
    rows
}

fn divided_by(separator: char, rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| {
                if cell.contains([separator, '"', '\n']) {
                    format!("\"{}\"", cell.replace('"', "\"\""))
                } else {
                    cell.clone()
                }
            })
            .collect();
        let _ = writeln!(text, "{}", cells.join(&separator.to_string()));
    }
    text
}

/// A workbook as spreadsheet programs write it, with the rows on the second of its sheets. Cells that begin with `=` hold a number.
fn workbook(rows: &[Vec<String>]) -> Vec<u8> {
    let mut sheet = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>",
    );
    for (number, row) in (1..).zip(rows) {
        let _ = write!(sheet, "<row r=\"{number}\">");
        for (column, cell) in ('A'..).zip(row) {
            let text = cell
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('"', "&quot;");
            let _ = match cell.strip_prefix('=') {
                _ if cell.is_empty() => Ok(()),
                Some(digits) => write!(sheet, "<c r=\"{column}{number}\"><v>{digits}</v></c>"),
                None => write!(
                    sheet,
                    "<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"
                ),
            };
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    let empty = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>";
    let parts = [
        (
            "[Content_Types].xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
        ),
        (
            "_rels/.rels",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        ),
        (
            "xl/workbook.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Notes\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"Councils\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>",
        ),
        ("xl/worksheets/sheet1.xml", empty),
        ("xl/worksheets/sheet2.xml", &sheet),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive
            .start_file(name, SimpleFileOptions::default())
            .expect("a part");
        archive.write_all(text.as_bytes()).expect("a part");
    }
    archive.finish().expect("an archive").into_inner()
}

/// The code and the cell of each error. Reading alone finds them: nothing need be built of four hundred editions.
fn said(folder: &Folder) -> Vec<(String, String)> {
    let outcome = folder.run(&["explain", "ash", "name"]);
    let mut said = Vec::new();
    for problem in outcome.err.split("\n\n") {
        let code = problem
            .strip_prefix("error[")
            .and_then(|rest| rest.split(']').next());
        let cell = problem.lines().find_map(|line| {
            let cell = line.trim_start().strip_prefix("= note: ")?;
            cell.starts_with("row ").then_some(cell)
        });
        if let Some(code) = code {
            said.push((code.to_owned(), cell.unwrap_or_default().to_owned()));
        }
    }
    said.sort_by_key(|(_, cell)| {
        let row = cell.split([' ', ',']).nth(1);
        row.and_then(|row| row.parse::<u32>().ok())
    });
    said
}

fn expected() -> Vec<(String, String)> {
    FAULTS
        .iter()
        .map(|(row, column, text, code)| {
            // A row without a name is said where the row begins.
            let column = if text.is_empty() { 0 } else { *column };
            let letter = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"][column];
            let place = format!("row {row}, column {letter} \"{}\"", HEADINGS[column]);
            ((*code).to_owned(), place)
        })
        .collect()
}

#[test]
fn ten_faults_in_four_hundred_rows_are_said_at_their_row_and_column() {
    let folder = Folder::with_pack();
    folder.write("content/editions.csv", &divided_by(',', &four_hundred()));
    assert_eq!(said(&folder), expected());
}

#[test]
fn tabs_and_workbooks_say_the_same_as_commas() {
    let folder = Folder::with_pack();
    folder.write("content/editions.tsv", &divided_by('\t', &four_hundred()));
    assert_eq!(said(&folder), expected());

    let folder = Folder::with_pack();
    folder.write(
        "content/editions.map.yml",
        &format!(
            "sheet: Councils\ncolumns:\n{}",
            HEADINGS.map(|key| format!("  {key}: {key}\n")).concat()
        ),
    );
    std::fs::write(
        folder.path().join("content/editions.xlsx"),
        workbook(&four_hundred()),
    )
    .expect("a workbook");
    // With a map, an id is made of what stands in its cell.
    let expected: Vec<_> = expected()
        .into_iter()
        .filter(|(code, _)| code != "not-a-slug")
        .collect();
    assert_eq!(said(&folder), expected);
    let outcome = folder.run(&["explain", "council-7", "contacts.duty-team.phone"]);
    assert!(
        outcome
            .out
            .contains("editions.xlsx: row 8, column D \"contacts.duty-team.phone\""),
        "{}{}",
        outcome.out,
        outcome.err
    );
}

#[test]
fn a_spreadsheet_of_somebody_else_works_as_it_is() {
    let folder = Folder::with_pack();
    let words = |row: &[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
    let rows: Vec<Vec<String>> = vec![
        words(&["Councils of the region", "", "", ""]),
        words(&[]),
        words(&["Council", "Population", "Duty\nphone", "#"]),
        words(&["Kestrel Vale", "=41000", "01632 960 001", "=1"]),
        words(&["St Ann's", "=9000", "", "=2"]),
    ];
    std::fs::write(folder.path().join("content/editions.xlsx"), workbook(&rows))
        .expect("a workbook");
    let map = "sheet: Councils\nheading_row: 3\ncolumns:\n  id: Council\n  name: council\n  contacts.duty-team.phone: Duty phone\n";
    folder.write("content/editions.map.yml", map);
    // A folder refines a row.
    folder.write(
        "content/editions/kestrel-vale/edition.yml",
        "url: https://kestrel.example/\n",
    );
    let outcome = folder.run(&["list"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    for id in ["kestrel-vale", "st-anns", "ash"] {
        assert!(outcome.out.contains(id), "{id}: {}", outcome.out);
    }
    let outcome = folder.run(&["explain", "kestrel-vale", "contacts.duty-team.phone"]);
    assert!(outcome.out.contains("01632 960 001"), "{}", outcome.out);
    let outcome = folder.run(&["explain", "st-anns", "contacts.duty-team.phone"]);
    assert!(
        outcome.out.contains("01632 960 100") && outcome.out.contains("passes it on"),
        "an empty cell inherits: {}",
        outcome.out
    );

    folder.write(
        "content/editions.map.yml",
        &map.replace("Duty phone", "Duty fone")
            .replace("  name:", "  nmae:"),
    );
    let outcome = folder.run(&["list"]);
    assert!(
        outcome.err.contains("no column `Duty fone`")
            && outcome.err.contains("did you mean `Duty phone`?")
            && outcome.err.contains("did you mean `name`?")
            // What rows lack because of it goes without saying.
            && !outcome.err.contains("has no `name`"),
        "{}",
        outcome.err
    );
    folder.write(
        "content/editions.map.yml",
        &map.replace("Councils", "Councells"),
    );
    let outcome = folder.run(&["list"]);
    assert!(
        outcome.err.contains("no sheet `Councells`")
            && outcome.err.contains("did you mean `Councils`?"),
        "{}",
        outcome.err
    );
}

#[test]
fn a_phone_number_that_a_workbook_took_for_a_number_is_said() {
    let folder = Folder::with_pack();
    let words = |row: &[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
    let rows: Vec<Vec<String>> = vec![
        words(&["id", "name", "contacts.duty-team.phone"]),
        words(&["oak", "Oak", "=1632960001"]),
    ];
    let file = folder.path().join("content/editions.xlsx");
    // The first sheet is read unless a map names another.
    std::fs::write(&file, workbook(&rows)).expect("a workbook");
    folder.write(
        "content/editions.map.yml",
        "sheet: Councils\ncolumns: {id: id, name: name, contacts.duty-team.phone: contacts.duty-team.phone}\n",
    );
    let outcome = folder.run(&["list"]);
    assert!(
        outcome.err.contains("a 0 at its beginning is lost")
            && outcome.err.contains("row 2, column C"),
        "{}",
        outcome.err
    );
    std::fs::write(&file, b"no workbook").expect("a file");
    let outcome = folder.run(&["list"]);
    assert!(
        outcome.err.contains("not a workbook that can be read"),
        "{}",
        outcome.err
    );
}
