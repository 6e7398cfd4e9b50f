//! Workbooks of editions.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| noticeboard::fuzzing::workbook(bytes));
