//! The signs of a formatted text → its lines.

use super::blocks::Block;
use super::characters::Encodings;
use super::destination::{Destination, is_shown, named};
use super::token::{Token, Tokens};
use crate::document_file::decode::TextDecoder;
use crate::document_file::error::DocumentFileError;
use crate::document_file::file_text::{LeftOut, LeftOutReason};
use crate::document_file::left_out_list::LeftOutList;
use crate::document_file::list_level::set_apart;
use crate::document_file::raised::raised;
use crate::document_file::text_encoding::TextEncoding;
use std::mem;

/// How deep groups may be in groups, and notes and boxes in each other.
const GROUP_LIMIT: usize = 1_000;
const BLOCK_LIMIT: usize = 16;

/// What was read of a document.
pub struct RtfText {
    /// Its lines; none is empty.
    pub lines: Vec<String>,
    /// What is not in them.
    pub left_out: Vec<LeftOut>,
    /// True where revisions were read as accepted.
    pub has_revisions: bool,
    /// True if its bytes are in GB 18030.
    pub is_gb: bool,
}

/// Reads a document.
pub struct RtfReader<'b, 'd> {
    bytes: &'b [u8],
    tokens: Tokens<'b>,
    decoder: TextDecoder<'d>,
    encodings: Encodings,
    default_font: i32,
    /// The state of the open group, and those of the groups around it.
    state: State,
    groups: Vec<Group>,
    /// The document, and the notes and boxes that are open in it.
    blocks: Vec<Block>,
    /// Bytes that are not decoded yet: a character may be two.
    pending: Vec<u8>,
    /// The first half of a character that is written as two.
    half: Option<u16>,
    /// How many characters stand for one that was read already.
    substitutes: i32,
    /// True behind the sign that a reader need not understand what follows.
    is_optional: bool,
    left_out: LeftOutList,
    has_revisions: bool,
}

/// What a group gives back when it ends.
struct Group {
    state: State,
    /// Where its words go, if it is a block of its own.
    block: Option<Destination>,
}

/// How words look and where they go.
#[derive(Clone, Copy, Default)]
struct State {
    font: i32,
    is_hidden: bool,
    is_struck: bool,
    is_deleted: bool,
    is_raised: bool,
    /// How many characters stand for one of Unicode.
    substitutes: i32,
    /// In how many tables the paragraph is.
    table_depth: usize,
    is_nowhere: bool,
    is_in_fonts: bool,
}

impl<'b, 'd> RtfReader<'b, 'd> {
    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// That it is incomplete, or that its characters cannot be decoded.
    pub fn read(bytes: &'b [u8], decoder: TextDecoder<'d>) -> Result<RtfText, DocumentFileError> {
        let mut reader = RtfReader {
            bytes,
            tokens: Tokens::new(bytes),
            decoder,
            encodings: Encodings::default(),
            default_font: 0,
            state: State { substitutes: 1, ..State::default() },
            groups: Vec::new(),
            blocks: vec![Block::default()],
            pending: Vec::new(),
            half: None,
            substitutes: 0,
            is_optional: false,
            left_out: LeftOutList::default(),
            has_revisions: false,
        };
        loop {
            let token = reader.tokens.next()?.ok_or(DocumentFileError::Damaged)?;
            reader.take(token)?;
            // What follows the last group is no part of the document.
            if reader.groups.is_empty() {
                break;
            }
        }
        let lines = reader.blocks.into_iter().flat_map(Block::finish).collect();
        Ok(RtfText {
            lines,
            left_out: reader.left_out.finish(),
            has_revisions: reader.has_revisions,
            is_gb: reader.encodings.is_gb(),
        })
    }

    fn take(&mut self, token: Token<'b>) -> Result<(), DocumentFileError> {
        let is_optional = mem::take(&mut self.is_optional);
        match token {
            Token::Open => {
                self.flush()?;
                self.substitutes = 0;
                if self.groups.len() >= GROUP_LIMIT {
                    return Err(DocumentFileError::Damaged);
                }
                self.groups.push(Group { state: self.state, block: None });
            }
            Token::Close => {
                self.flush()?;
                self.substitutes = 0;
                if let Some(group) = self.groups.pop() {
                    if let Some(destination) = group.block {
                        self.end_block(destination);
                    }
                    self.state = group.state;
                }
            }
            Token::Word(..) | Token::Byte(_) if self.substitutes > 0 => self.substitutes -= 1,
            Token::Byte(byte) if !self.state.is_nowhere && !self.state.is_in_fonts => self.pending.push(byte),
            Token::Byte(_) => {}
            Token::Word(b"*", _) => self.is_optional = true,
            Token::Word(word, number) => {
                self.flush()?;
                if !self.state.is_nowhere {
                    self.take_word(word, number, is_optional)?;
                }
            }
        }
        Ok(())
    }

    fn take_word(&mut self, word: &[u8], number: Option<i32>, is_optional: bool) -> Result<(), DocumentFileError> {
        if let Some(destination) = named(word) {
            return self.begin(destination);
        }
        if is_optional && !is_shown(word) {
            self.state.is_nowhere = true;
            return Ok(());
        }
        let is_on = number != Some(0);
        match word {
            b"ansicpg" => self.encodings.set_code_page(number.unwrap_or(0)),
            b"mac" | b"pc" | b"pca" => self.encodings.set_code_page(0),
            b"deff" => self.default_font = number.unwrap_or(0),
            b"f" => self.state.font = number.unwrap_or(0),
            b"fcharset" if self.state.is_in_fonts => self.encodings.set_font(self.state.font, number.unwrap_or(0)),
            b"uc" => self.state.substitutes = number.unwrap_or(1).clamp(0, 16),
            b"u" => {
                self.push_unit(number.unwrap_or(0));
                self.substitutes = self.state.substitutes;
            }
            b"v" => self.state.is_hidden = is_on,
            b"strike" | b"striked" => self.state.is_struck = is_on,
            b"deleted" => {
                self.state.is_deleted = is_on;
                self.has_revisions |= is_on;
            }
            b"revised" => self.has_revisions |= is_on,
            b"super" | b"sub" => self.state.is_raised = is_on,
            b"up" | b"dn" => self.state.is_raised = number.is_none_or(|number| number > 0),
            b"nosupersub" => self.state.is_raised = false,
            b"plain" => {
                let State { substitutes, table_depth, is_nowhere, is_in_fonts, .. } = self.state;
                self.state = State {
                    font: self.default_font,
                    substitutes,
                    table_depth,
                    is_nowhere,
                    is_in_fonts,
                    ..State::default()
                };
            }
            b"pard" => self.state.table_depth = 0,
            b"intbl" => self.state.table_depth = self.state.table_depth.max(1),
            b"itap" => self.state.table_depth = usize::try_from(number.unwrap_or(0)).unwrap_or(0),
            b"par" | b"sect" => self.end_paragraph(),
            b"cell" => self.end_cell(1),
            b"nestcell" => self.end_cell(self.state.table_depth.max(2)),
            b"row" => self.block().end_row(1),
            b"nestrow" => {
                let depth = self.state.table_depth.max(2);
                self.block().end_row(depth);
            }
            b"line" | b"page" | b"column" => self.push("\n"),
            b"tab" => self.push("\t"),
            b"~" => self.push("\u{a0}"),
            b"_" => self.push("-"),
            b"emdash" => self.push("—"),
            b"endash" => self.push("–"),
            b"emspace" | b"enspace" | b"qmspace" => self.push(" "),
            b"bullet" => self.push("•"),
            b"lquote" => self.push("‘"),
            b"rquote" => self.push("’"),
            b"ldblquote" => self.push("“"),
            b"rdblquote" => self.push("”"),
            _ => {}
        }
        Ok(())
    }

    /// The words of the open group go somewhere else.
    fn begin(&mut self, destination: Destination) -> Result<(), DocumentFileError> {
        match destination {
            Destination::Nowhere => self.state.is_nowhere = true,
            Destination::Fonts => self.state.is_in_fonts = true,
            Destination::Number | Destination::Box | Destination::LeftOut(_) => {
                if let Some(group) = self.groups.last_mut().filter(|group| group.block.is_none()) {
                    group.block = Some(destination);
                    self.state.table_depth = 0;
                    self.blocks.push(Block::default());
                }
                if self.blocks.len() > BLOCK_LIMIT {
                    return Err(DocumentFileError::Damaged);
                }
            }
        }
        Ok(())
    }

    /// A note, a box or a number ends.
    fn end_block(&mut self, destination: Destination) {
        let lines = self.blocks.pop().unwrap_or_default().finish();
        match destination {
            Destination::Number => {
                let number = lines.join(" ").trim().to_owned();
                // A bullet is no number. Word has a letter for one of its bullets.
                let is_number = number.contains(char::is_alphanumeric) && number != "o";
                if is_number && !self.state.is_deleted {
                    self.block().set_number(set_apart(number));
                }
            }
            Destination::LeftOut(reason) => self.left_out.add_lines(reason, &lines),
            _ => self.block().add_box(lines),
        }
    }

    /// The innermost block.
    fn block(&mut self) -> &mut Block {
        if self.blocks.is_empty() {
            self.blocks.push(Block::default());
        }
        let last = self.blocks.len() - 1;
        &mut self.blocks[last]
    }

    fn end_paragraph(&mut self) {
        self.left_out.end_paragraph();
        // Where the end of a paragraph is deleted, the next one goes on.
        if !self.state.is_deleted {
            let depth = self.state.table_depth;
            self.block().end_paragraph(depth);
        }
    }

    fn end_cell(&mut self, depth: usize) {
        self.left_out.end_paragraph();
        self.block().end_cell(depth);
    }

    /// Decodes the bytes that were read.
    fn flush(&mut self) -> Result<(), DocumentFileError> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let bytes = mem::take(&mut self.pending);
        self.half = None;
        let is_number = matches!(self.groups.last(), Some(Group { block: Some(Destination::Number), .. }));
        if is_number && self.encodings.has_symbols(self.state.font) {
            return Ok(());
        }
        let Some(text) = self.encodings.decoded(self.state.font, &bytes, self.decoder) else {
            let read = &self.bytes[..self.tokens.position()];
            let line = 1 + read.iter().filter(|byte| **byte == b'\n').count();
            let encoding = self.encodings.is_gb().then_some(TextEncoding::Gb18030);
            return Err(DocumentFileError::Broken { line, encoding });
        };
        self.push(&text);
        Ok(())
    }

    /// Adds a unit of UTF-16, written as a number with a sign.
    fn push_unit(&mut self, number: i32) {
        let unit = number as u16;
        let first = self.half.take();
        let units: &[u16] = &[first.unwrap_or(unit), unit];
        let units = if first.is_some() { units } else { &units[..1] };
        match char::decode_utf16(units.iter().copied()).collect::<Result<String, _>>() {
            Ok(text) => self.push(&text),
            Err(_) if (0xd800..0xdc00).contains(&unit) => self.half = Some(unit),
            Err(_) => self.push("\u{fffd}"),
        }
    }

    /// Adds words to the paragraph, or to what is left out.
    fn push(&mut self, text: &str) {
        if self.state.is_in_fonts {
            return;
        }
        let without_controls: String;
        let is_stray = |c: char| c.is_control() && !matches!(c, '\t' | '\n');
        let text = if text.contains(is_stray) {
            without_controls = text.chars().filter(|c| !is_stray(*c)).collect();
            &without_controls
        } else {
            text
        };
        if self.state.is_struck || self.state.is_deleted {
            self.left_out.add(LeftOutReason::Deleted, text);
        } else if self.state.is_hidden {
            self.left_out.add(LeftOutReason::Hidden, text);
        } else if self.state.is_raised {
            let raised: String = text.chars().map(raised).collect();
            self.block().push(&raised);
        } else {
            self.block().push(text);
        }
    }
}
