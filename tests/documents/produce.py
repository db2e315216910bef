"""Makes documents of texts with the programs that offices and their suppliers use.

produce.py PRODUCER FOLDER: each FOLDER/*.txt becomes a document beside it, of the same name.
"""

import sys
import zlib
from html import escape
from pathlib import Path

import docx
import pikepdf
import typst
from PIL import Image
from pikepdf import Array, Dictionary, Name
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate


def lines_of(source):
    return [line for line in source.read_text(encoding="utf-8").split("\n") if line.strip()]


def reportlab(source):
    """A font that is not embedded, UniGB-UCS2-H, indented paragraphs, a running head and page numbers."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle("text", fontName="STSong-Light", fontSize=12, leading=20, firstLineIndent=24, wordWrap="CJK")

    def furniture(canvas, document):
        canvas.setFont("STSong-Light", 9)
        canvas.drawCentredString(297, 30, f"- {document.page} -")
        canvas.drawString(72, 810, "政府信息公开")

    document = SimpleDocTemplate(str(source.with_suffix(".pdf")))
    paragraphs = [Paragraph(escape(line), style) for line in lines_of(source)]
    document.build(paragraphs, onFirstPage=furniture, onLaterPages=furniture)


def gbk(source):
    """A font that is not embedded, encoded GBK-EUC-H, in lines that break at any character."""
    rows = []
    for line in lines_of(source):
        row, width = "", 0
        for character in "\u3000\u3000" + line:
            step = 6 if character.isascii() else 12
            if width + step > 451:
                rows.append(row)
                row, width = "", 0
            row += character
            width += step
        rows.append(row)
    pdf = pikepdf.new()
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.SimSun, Flags=32, FontBBox=[0, -141, 1000, 859], ItalicAngle=0,
        Ascent=859, Descent=-141, CapHeight=683, StemV=92,
    )
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.SimSun, DW=1000, W=Array([814, 939, 500]),
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"GB1", Supplement=2), FontDescriptor=descriptor,
    )
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.SimSun, Encoding=Name("/GBK-EUC-H"),
        DescendantFonts=Array([descendant]),
    )
    font = pdf.make_indirect(font)
    for start in range(0, len(rows), 50):
        shown = "".join(f"<{row.encode('gb18030').hex()}> Tj T*\n" for row in rows[start : start + 50])
        page = pdf.add_blank_page(page_size=(595, 842))
        page.Contents = pdf.make_stream(f"BT /F1 12 Tf 14 TL 72 780 Td\n{shown}ET".encode())
        page.Resources = Dictionary(Font=Dictionary(F1=font))
    pdf.save(source.with_suffix(".pdf"))


TYPST = """
#set page(footer: context align(center)[第 #counter(page).display() 页 共 #counter(page).final().first() 页])
#set text(font: "Noto Serif CJK SC", size: 12pt, lang: "zh")
#set par(justify: true, first-line-indent: (amount: 2em, all: true))
#for line in read("NAME").split("\\n").filter(line => line.trim() != "") [ #par(line) ]
"""


def typeset(source):
    """Justified paragraphs, a subset of an OpenType font, page numbers in words."""
    program = source.with_suffix(".typ")
    program.write_text(TYPST.replace("NAME", source.name), encoding="utf-8")
    typst.compile(program, output=source.with_suffix(".pdf"))


def python_docx(source):
    """A Word document without styles for headings."""
    document = docx.Document()
    for line in lines_of(source):
        document.add_paragraph(line)
    document.save(source.with_suffix(".docx"))


def spoiled(source):
    """Of source.pdf: without its tables of characters, with passwords, as pictures, with words behind a picture."""
    original = source.with_suffix(".pdf")

    def beside(name):
        return source.with_name(f"{source.stem}-{name}.pdf")

    with pikepdf.open(original) as pdf:
        for item in pdf.objects:
            if isinstance(item, Dictionary) and "/ToUnicode" in item:
                del item["/ToUnicode"]
        pdf.save(beside("without-characters"))
    for name, password, revision in [("locked", "密码12", 6), ("locked-old", "secret", 3), ("owner-only", "", 4)]:
        with pikepdf.open(original) as pdf:
            is_new = revision > 3
            encryption = pikepdf.Encryption(owner="owner", user=password, R=revision, aes=is_new, metadata=is_new)
            pdf.save(beside(name), encryption=encryption)
    with pikepdf.open(original) as pdf:
        pdf.save(beside("packed"), object_stream_mode=pikepdf.ObjectStreamMode.generate)
    for name, mode in [("scanned", None), ("recognised", 3)]:
        canvas = Canvas(str(beside(name)))
        canvas.rect(72, 72, 400, 600)
        canvas.drawInlineImage(picture(), 72, 72, 400, 600)
        if mode:
            pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
            text = canvas.beginText(72, 700)
            text.setFont("STSong-Light", 12)
            text.setTextRenderMode(mode)
            text.textLine("收入预算2023年年初预算数1675.82万元。")
            canvas.drawText(text)
        canvas.showPage()
        canvas.save()


def bomb(source):
    """A PDF of a few megabytes whose page unpacks to gigabytes."""
    deflate = zlib.compressobj(9)
    packed = b"".join(deflate.compress(b" " * (1 << 24)) for _ in range(256)) + deflate.flush()
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.Contents = pikepdf.Stream(pdf, packed, Filter=Name.FlateDecode)
    pdf.save(source.with_suffix(".pdf"), compress_streams=False)


def partly_scanned(source):
    """source.pdf behind a page that is a picture."""
    scanned = source.with_name("scanned-page.pdf")
    canvas = Canvas(str(scanned))
    canvas.drawInlineImage(picture(), 72, 72, 400, 600)
    canvas.save()
    with pikepdf.open(scanned) as pdf, pikepdf.open(source.with_suffix(".pdf")) as other:
        pdf.pages.extend(other.pages)
        pdf.save(source.with_name(f"{source.stem}-partly-scanned.pdf"))


def picture():
    """A grey picture."""
    return Image.new("L", (40, 60), 200)


PRODUCERS = {
    "bomb": bomb,
    "gbk": gbk,
    "partly-scanned": partly_scanned,
    "python-docx": python_docx,
    "reportlab": reportlab,
    "spoiled": spoiled,
    "typst": typeset,
}

if __name__ == "__main__":
    _, producer, folder = sys.argv
    for text in sorted(Path(folder).glob("*.txt")):
        PRODUCERS[producer](text)
