//! CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, quotes where needed. No cell can run as a formula.

use rust_decimal::Decimal;

/// A CSV file under construction.
pub struct Csv(String);

/// Characters with which a formula of a spreadsheet can start; some spreadsheets accept the full-width forms too.
const FORMULA_STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

impl Csv {
    /// A file with this header.
    pub fn new<S: AsRef<str>>(header: impl IntoIterator<Item = S>) -> Csv {
        let mut csv = Csv("\u{feff}".to_owned());
        csv.row(header);
        csv
    }

    /// Adds a row.
    pub fn row<S: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = S>) {
        for (at, cell) in cells.into_iter().enumerate() {
            if at > 0 {
                self.0.push(',');
            }
            self.0.push_str(&quoted(&safe(cell.as_ref())));
        }
        self.0.push_str("\r\n");
    }

    /// The content of the file.
    pub fn finish(self) -> String {
        self.0
    }
}

/// The cell, with an apostrophe before it where a spreadsheet would run it. Numbers, negative ones too, stay numbers.
fn safe(cell: &str) -> String {
    let is_formula = cell.starts_with(FORMULA_STARTS) && cell.parse::<Decimal>().is_err();
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_a_spreadsheet_would_run_is_text_and_a_number_stays_a_number() {
        let mut csv = Csv::new(["name", "wan"]);
        for (name, wan) in [("=1+1", "-67"), ("@SUM(A1)", "+3"), ("-x", "-0.50"), ("＝1", "1675.82"), ("\t=1", "")] {
            csv.row([name, wan]);
        }
        let wanted = "\u{feff}name,wan\r\n'=1+1,-67\r\n'@SUM(A1),+3\r\n'-x,-0.50\r\n'＝1,1675.82\r\n'\t=1,\r\n";
        assert_eq!(csv.finish(), wanted);
    }

    #[test]
    fn what_would_end_a_cell_is_quoted() {
        let mut csv = Csv::new(["a"]);
        csv.row(["一,二", "说“好”", "say \"yes\"", "two\nlines", "=HYPERLINK(\"x\",1)"]);
        let wanted =
            "\u{feff}a\r\n\"一,二\",说“好”,\"say \"\"yes\"\"\",\"two\nlines\",\"'=HYPERLINK(\"\"x\"\",1)\"\r\n";
        assert_eq!(csv.finish(), wanted);
    }
}
