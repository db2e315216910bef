// Puts a disclosure's text into a built page, where the app reads it: a hook of Trunk, and a command of its own.
//
//   node tools/embed.mjs dist path/to/budget.txt    gives a built site another office's text, without building
//
// MINGBAI_DISCLOSURE names the file where the command does not; else it is data/disclosure.txt.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const site = process.argv[2] ?? process.env.TRUNK_STAGING_DIR
const file = process.argv[3] || process.env.MINGBAI_DISCLOSURE || 'data/disclosure.txt'

function stop(said) {
  console.error(`mingbai: ${said}`)
  process.exit(1)
}

// The text as published, to the last line end; a byte order mark is no part of it.
function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return stop(`${file} is not UTF-8: save it as UTF-8, with or without a byte order mark`)
  }
}

if (!site) stop('name the folder of a built site: node tools/embed.mjs dist path/to/budget.txt')
const page = join(site, 'index.html')
const html = await readFile(page, 'utf8').catch((error) => stop(`reading ${page}: ${error.message}`))
const text = decode(await readFile(file).catch((error) => stop(`reading ${file}: ${error.message}`)))

// A JSON string without `<`: no byte of the text is lost, and nothing in it can end the script or begin a comment.
const json = JSON.stringify(text).replaceAll('<', '\\u003c')
const place = /(<script type="application\/json" id="disclosure">)[^<]*(<\/script>)/
if (!place.test(html)) stop(`${page} has no place for a disclosure: build it anew`)
await writeFile(page, html.replace(place, (_, before, after) => before + json + after))
