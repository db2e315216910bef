// How long a document of the reader's own takes from the drop to the first figure: as text, web page, Word document and PDF.
//
// Chromium slows down a page's main thread only, not the worker that reads documents. So nothing is slowed down here: the
// whole time is multiplied instead.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CPU, median, PHONE, withBrowser } from './browser.mjs'

const run = promisify(execFile)
const DISCLOSURE = new URL('../../data/disclosure.txt', import.meta.url)
/** Some 60 kB of UTF-8, and what fills 25 pages, in characters. */
const CHARACTERS = { short: 20_000, long: 30_000 }

/** The disclosure, lengthened with sentences without amounts to this many characters. */
function lengthened(disclosure, characters) {
  const lines = disclosure.trimEnd().split('\n')
  for (let n = 1; lines.join('\n').length < characters; n++) {
    lines.push(`第${n}段说的是日常工作怎样安排，由谁负责，什么时候完成，材料放在哪里，怎样检查，怎样归档。`.repeat(3))
  }
  return lines.join('\n')
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const page = (text) =>
  `<!doctype html><meta charset="utf-8"><title>预算</title>${text
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('\n')}`

/** The files to open, by their formats: name and bytes. */
async function files() {
  const disclosure = await readFile(DISCLOSURE, 'utf8')
  const [short, long] = [lengthened(disclosure, CHARACTERS.short), lengthened(disclosure, CHARACTERS.long)]
  const folder = await mkdtemp(join(tmpdir(), 'documents-'))
  try {
    const convert = async (text, name, to) => {
      const source = join(folder, `${name}.html`)
      await writeFile(source, page(text))
      const profile = `-env:UserInstallation=file://${folder}/profile`
      const filter = to === 'docx' ? 'docx:MS Word 2007 XML' : 'pdf:writer_web_pdf_Export'
      await run('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, source])
      return readFile(join(folder, `${name}.${to}`))
    }
    return {
      text: Buffer.from(short),
      html: Buffer.from(page(short)),
      docx: await convert(short, 'short', 'docx'),
      pdf: await convert(long, 'long', 'pdf'),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs in the page: drops a file, and resolves with the milliseconds until its first figure is painted. */
function drop(name, base64) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File([bytes], name))
  const note = () => document.querySelector('.opened-note')?.textContent.includes(name)
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const observer = new MutationObserver(() => {
      const refused = document.querySelector('#open[open] [role=alert]')?.textContent
      if (refused) return reject(new Error(refused))
      if (!note() || !document.querySelector('[data-figure] h2')) return
      observer.disconnect()
      // A frame that begins after the figure is there has painted it when the next one begins.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)))
    })
    observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
}

/** For each format its size and the median of several openings, as slow as on a phone, in a page that has opened one before. */
export async function openings(address, times) {
  const all = await files()
  return withBrowser(async (browser) => {
    const opened = await browser.newPage()
    await opened.setViewport(PHONE)
    await opened.goto(address, { waitUntil: 'networkidle0' })
    await opened.evaluate(drop, 'first.txt', all.text.toString('base64'))
    const found = {}
    for (const [format, bytes] of Object.entries(all)) {
      const measured = []
      for (let at = 0; at < times; at++) {
        measured.push(CPU * (await opened.evaluate(drop, `${at}.${format}`, bytes.toString('base64'))))
      }
      found[format] = { size: bytes.length, time: median(measured) }
    }
    return found
  })
}
