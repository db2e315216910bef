//! What the names of tags mean for the text.

/// True for an element that begins and ends a line.
pub fn is_block(name: &[u8]) -> bool {
    matches!(
        name,
        b"address"
            | b"article"
            | b"aside"
            | b"blockquote"
            | b"body"
            | b"caption"
            | b"center"
            | b"dd"
            | b"details"
            | b"dialog"
            | b"div"
            | b"dl"
            | b"dt"
            | b"fieldset"
            | b"figcaption"
            | b"figure"
            | b"footer"
            | b"form"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"head"
            | b"header"
            | b"html"
            | b"li"
            | b"main"
            | b"nav"
            | b"ol"
            | b"p"
            | b"pre"
            | b"section"
            | b"summary"
            | b"table"
            | b"tbody"
            | b"td"
            | b"tfoot"
            | b"th"
            | b"thead"
            | b"title"
            | b"tr"
            | b"ul"
    )
}

/// True for an element without content.
pub fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"source"
            | b"wbr"
    )
}

/// True for an element whose content is not the page's text.
pub fn is_skipped(name: &[u8]) -> bool {
    matches!(
        name,
        b"audio"
            | b"button"
            | b"canvas"
            | b"datalist"
            | b"iframe"
            | b"noscript"
            | b"object"
            | b"rp"
            | b"rt"
            | b"script"
            | b"select"
            | b"style"
            | b"svg"
            | b"template"
            | b"textarea"
            | b"video"
    )
}

/// True for an element that is not the content of its page.
pub fn is_apart(name: &[u8]) -> bool {
    matches!(name, b"aside" | b"footer" | b"nav")
}

/// True for an element whose content is struck out.
pub fn is_deleted(name: &[u8]) -> bool {
    matches!(name, b"del" | b"s" | b"strike")
}

/// True for a part of a table, which ends whatever is open in the cell before it.
pub fn is_part_of_table(name: &[u8]) -> bool {
    matches!(name, b"tbody" | b"td" | b"tfoot" | b"th" | b"thead" | b"tr")
}

/// True where the start of an element ends an open one whose end tag may be left out.
pub fn ends(starting: &[u8], open: &[u8]) -> bool {
    match open {
        b"p" => is_block(starting),
        b"li" => starting == b"li",
        b"dd" | b"dt" => matches!(starting, b"dd" | b"dt"),
        b"td" | b"th" => is_part_of_table(starting),
        b"tr" => matches!(starting, b"tr" | b"tbody" | b"thead" | b"tfoot"),
        b"thead" | b"tbody" | b"tfoot" => matches!(starting, b"tbody" | b"thead" | b"tfoot"),
        b"head" => starting == b"body",
        _ => false,
    }
}

/// True for an element that bounds the search for an open element: an end tag inside of it ends nothing outside, nor
/// does a start tag.
pub fn is_scope(open: &[u8], sought: &[u8]) -> bool {
    match open {
        b"table" => sought != b"table",
        b"td" | b"th" => !is_part_of_table(sought) && sought != b"table",
        b"ol" | b"ul" => sought == b"li",
        _ => false,
    }
}
