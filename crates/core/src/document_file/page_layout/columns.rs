//! The order in which the lines of a page are read.

use super::lines::Line;

/// The fewest lines that a column of text has.
const COLUMN_LINES: usize = 6;
/// The fewest characters that the lines of a column have on average: cells of tables are shorter.
const COLUMN_CHARACTERS: usize = 12;

/// The lines of a page in the order in which they are read: a page of two columns has the left one first.
pub fn in_reading_order(lines: Vec<Line>) -> Vec<Line> {
    let Some(gutter) = gutter(&lines) else { return lines };
    let (mut ordered, mut left, mut right) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines {
        match divided(&line, gutter) {
            Some((first, second)) => {
                left.extend(first);
                right.extend(second);
            }
            // A heading over both columns ends what stands above it.
            None => {
                ordered.append(&mut left);
                ordered.append(&mut right);
                ordered.push(line);
            }
        }
    }
    ordered.append(&mut left);
    ordered.append(&mut right);
    ordered
}

/// The middle of the space between two columns of text; None where the page has one.
fn gutter(lines: &[Line]) -> Option<f64> {
    let mut middles: Vec<f64> = lines
        .iter()
        .filter(|line| line.cells.len() == 2)
        .map(|line| (line.cells[0].1 + line.cells[1].0) / 2.0)
        .collect();
    middles.sort_by(f64::total_cmp);
    let gutter = *middles.get(middles.len() / 2)?;
    let halves: Vec<(Option<Line>, Option<Line>)> = lines.iter().filter_map(|line| divided(line, gutter)).collect();
    let is_text = |half: Vec<&Line>| {
        let characters: usize = half.iter().map(|line| line.text.chars().count()).sum();
        half.len() >= COLUMN_LINES && characters >= COLUMN_CHARACTERS * half.len()
    };
    let is_column = is_text(halves.iter().filter_map(|(first, _)| first.as_ref()).collect())
        && is_text(halves.iter().filter_map(|(_, second)| second.as_ref()).collect());
    is_column.then_some(gutter)
}

/// The parts of a line on both sides of the gutter; None where it stands over both columns.
fn divided(line: &Line, gutter: f64) -> Option<(Option<Line>, Option<Line>)> {
    if line.right <= gutter {
        return Some((Some(line.clone()), None));
    }
    if line.left >= gutter {
        return Some((None, Some(line.clone())));
    }
    let at = line.cells.windows(2).position(|cells| cells[0].1 <= gutter && cells[1].0 >= gutter)? + 1;
    let cells: Vec<&str> = line.text.split('\t').collect();
    let part = |from: usize, to: usize| Line {
        text: cells[from..to].join("\t"),
        left: line.cells[from].0,
        right: line.cells[to - 1].1,
        cells: line.cells[from..to].to_vec(),
        first_word: if from == 0 { line.first_word } else { 0.0 },
        ..*line
    };
    (cells.len() == line.cells.len()).then(|| (Some(part(0, at)), Some(part(at, cells.len()))))
}

#[cfg(test)]
mod tests {
    use super::super::placed::page;
    use super::super::tests::read;

    #[test]
    fn two_columns_of_text_are_read_one_after_the_other() {
        let left = "某局是区政府的工作部门，负责全区";
        let mut lines = vec![("二〇二三年部门预算情况说明与各项收入和支出的安排", 90.0, 60.0, 20.0)];
        lines.extend((0..6).map(|at| (left, 40.0, 100.0 + 20.0 * f64::from(at), 12.0)));
        lines.extend((0..6).map(|at| ("的事务，本年预算比上年有所增加。", 330.0, 100.0 + 20.0 * f64::from(at), 12.0)));
        let (text, _) = read(vec![page(&lines)]);
        let (first, second) = (text.find(left).unwrap(), text.rfind(left).unwrap());
        let right = text.find("的事务").unwrap();
        assert!(text.starts_with("二〇二三年") && first < second && second < right, "{text}");
    }

    #[test]
    fn a_table_of_two_columns_stays_a_table() {
        let lines: Vec<_> = (0..9)
            .flat_map(|at| {
                let baseline = 100.0 + 20.0 * f64::from(at);
                [("一般公共服务支出", 40.0, baseline, 12.0), ("57.00", 330.0, baseline, 12.0)]
            })
            .collect();
        let (text, _) = read(vec![page(&lines)]);
        assert_eq!(text.lines().next(), Some("一般公共服务支出\t57.00"));
        assert_eq!(text.lines().count(), 9);
    }
}
