//! Where the words of a group go.

use crate::document_file::file_text::LeftOutReason;

/// Where the words of a group go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// Nowhere: they are about the document.
    Nowhere,
    /// They are the fonts of the document.
    Fonts,
    /// They are the number of the paragraph.
    Number,
    /// They are a text box.
    Box,
    /// They are a passage that is left out.
    LeftOut(LeftOutReason),
}

/// The destination that a control word begins; None for a word of another kind.
pub fn named(word: &[u8]) -> Option<Destination> {
    Some(match word {
        b"fonttbl" => Destination::Fonts,
        b"listtext" | b"pntext" => Destination::Number,
        b"shptxt" | b"dptxbxtext" => Destination::Box,
        b"footnote" => Destination::LeftOut(LeftOutReason::Footnote),
        b"header" | b"headerl" | b"headerr" | b"headerf" | b"footer" | b"footerl" | b"footerr" | b"footerf" => {
            Destination::LeftOut(LeftOutReason::RunningHead)
        }
        b"colortbl" | b"stylesheet" | b"info" | b"pict" | b"nonshppict" | b"listtable" | b"listoverridetable"
        | b"filetbl" | b"revtbl" | b"rsidtbl" | b"objdata" | b"objclass" | b"fldinst" | b"datafield" | b"formfield"
        | b"bkmkstart" | b"bkmkend" | b"annotation" | b"atnid" | b"atnauthor" | b"atntime" | b"atndate" | b"atnref"
        | b"atnicn" | b"atrfstart" | b"atrfend" | b"xe" | b"tc" | b"tcn" | b"rxe" | b"txe" | b"sp" | b"ftnsep"
        | b"ftnsepc" | b"ftncn" | b"aftnsep" | b"aftnsepc" | b"aftncn" | b"nonesttables" | b"template"
        | b"pnseclvl" | b"private" | b"mmath" | b"userprops" | b"themedata" | b"datastore" | b"pgdsctbl" => {
            Destination::Nowhere
        }
        _ => return None,
    })
}

/// True for a word that keeps its text although readers need not understand it.
pub fn is_shown(word: &[u8]) -> bool {
    matches!(word, b"shpinst" | b"do" | b"shptxt" | b"dptxbxtext" | b"nesttableprops")
}
