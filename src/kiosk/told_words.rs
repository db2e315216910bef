//! What a kiosk shows of a passage at a time: as few of the published words as a step is stated in, since they are read
//! from some metres away.

use mingbai_core::figures::{PassageExcerpt, PassageSpan, SourcePassage};

/// What ends a clause that can stand alone.
const CLAUSE_ENDS: [char; 3] = ['。', '；', '：'];

/// What may follow the words of a step without belonging to them.
const PAUSES: [char; 4] = ['，', '。', '；', '：'];

/// Stands for the rest of a sentence.
const REST: &str = "……";

/// The words in which a passage states a step: for each excerpt with words of the step, the clause around them.
pub fn told_words(passage: &SourcePassage, step: usize) -> Vec<Vec<PassageSpan>> {
    passage.excerpts.iter().filter_map(|excerpt| clause_of(excerpt, step)).collect()
}

fn clause_of(excerpt: &PassageExcerpt, step: usize) -> Option<Vec<PassageSpan>> {
    let is_of_step = |span: &PassageSpan| span.part.is_some_and(|part| part.step == step);
    let spans = &excerpt.spans;
    let (first, last) = (spans.iter().position(is_of_step)?, spans.iter().rposition(is_of_step)?);
    let mut clause = Vec::new();
    for span in spans[..first].iter().rev() {
        let begin = span.text.rfind(CLAUSE_ENDS);
        let text = span.text[begin.map_or(0, |at| at + CLAUSE_ENDS[0].len_utf8())..].trim_start();
        clause.insert(0, PassageSpan { text: text.to_owned(), part: None });
        if begin.is_some() {
            break;
        }
    }
    clause.extend(spans[first..=last].iter().cloned());
    for span in &spans[last + 1..] {
        let end = span.text.find(PAUSES);
        let text = &span.text[..end.unwrap_or(span.text.len())];
        let stop = end.map(|at| if span.text[at..].starts_with('。') { "。" } else { REST });
        clause.push(PassageSpan { text: format!("{text}{}", stop.unwrap_or_default()), part: None });
        if end.is_some() {
            break;
        }
    }
    clause.retain(|span| !span.text.is_empty());
    Some(clause)
}

#[cfg(test)]
mod tests {
    use super::*;
    use mingbai_core::disclosure::parse;
    use mingbai_core::figures::{FigureId, RenderContext, source_passage};
    use mingbai_core::locale::Lang;

    fn told(id: FigureId) -> Vec<Vec<String>> {
        let disclosure = parse(include_str!("../../data/disclosure.txt")).unwrap();
        let passage = source_passage(&RenderContext::new(&disclosure, Lang::Zh), id).unwrap();
        let text = |clause: Vec<PassageSpan>| clause.iter().map(|span| span.text.as_str()).collect();
        (0..passage.steps.len()).map(|step| told_words(&passage, step).into_iter().map(text).collect()).collect()
    }

    #[test]
    fn each_step_is_told_in_its_own_clause() {
        assert_eq!(
            told(FigureId::Change),
            [
                ["2023年年初预算数1675.82万元……"],
                ["支出较去年增加107.78万元……"],
                ["基本支出1475.82万元，比2022年增加174.78万元，主要原因是人员工资调整及正常调动等……"],
                ["项目支出200万元，比2022年减少67万元，主要原因是信息网络中心部分网络运维项目合并至区大数据局等……"],
            ]
        );
        let reception = "公务接待费9.3万元，比2022年减少27.7万元，主要原因是进一步规范公务接待相关要求……";
        assert_eq!(told(FigureId::ThreePublic)[0], [reception]);
    }

    #[test]
    fn the_last_clause_of_a_sentence_ends_as_published() {
        let text = "四、“三公”经费情况说明\n2023年“三公”经费预算12万元，其中：公务接待费4万元，比2022年减少1万元；\
                    公务用车运行维护费8万元，与2022年相比增加2万元。";
        let disclosure = parse(text).unwrap();
        let passage = source_passage(&RenderContext::new(&disclosure, Lang::Zh), FigureId::ThreePublic).unwrap();
        let step = passage.steps.iter().position(|step| step.line == "three_public.vehicle_operation").unwrap();
        let words: String = told_words(&passage, step)[0].iter().map(|span| span.text.as_str()).collect();
        assert!(words.starts_with("公务用车运行维护费8万元") && words.ends_with("2万元。"), "{words}");
    }
}
