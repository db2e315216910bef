// Makes the two files of a development build that neither Rust nor Trunk makes; Trunk runs it before each build.
//
// - target/web/carried.json: the document as the app fetches it. MINGBAI_DISCLOSURE names another file. A release also
//   contains the disclosure as the host parsed it; here the app parses the text itself, and reports what is wrong with it.
// - target/web/charts.js: the chart bundle, only where it is missing or older than its sources.
// - target/web/document-reader.js and .wasm: what reads documents that readers open; Cargo knows what is outdated.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'

const DOCUMENT = process.env.MINGBAI_DISCLOSURE || 'data/disclosure.txt'
const CARRIED = 'target/web/carried.json'
const BUNDLE = 'target/web/charts.js'
const BUNDLE_SOURCES = [
  'package-lock.json',
  'tools/charts.entry.js',
  'tools/charts.mjs',
  'tools/charts.worker.js',
  'tools/echarts-stubs.mjs',
]

function fail(message) {
  console.error(`mingbai: ${message}`)
  process.exit(1)
}

/** The text of a file in UTF-8, in UTF-16 with a byte order mark, or in GB18030, as `mingbai` decodes it. */
function decode(bytes) {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const modified = (file) => statSync(file).mtimeMs
const outdated = () => !existsSync(BUNDLE) || BUNDLE_SOURCES.some((file) => modified(file) > modified(BUNDLE))

mkdirSync('target/web', { recursive: true })
if (!existsSync(DOCUMENT)) fail(`${DOCUMENT} does not exist: MINGBAI_DISCLOSURE must name a disclosure`)
writeFileSync(CARRIED, JSON.stringify({ text: decode(readFileSync(DOCUMENT)), kept: '' }))
if (outdated()) {
  if (!existsSync('node_modules/esbuild'))
    fail('the chart bundle needs the npm packages: run `npm ci --ignore-scripts`')
  execFileSync(process.execPath, ['tools/charts.mjs'], { stdio: 'inherit' })
}

// Not optimised, so that it is ready within seconds.
const run = (program, ...options) => execFileSync(program, options, { stdio: 'inherit' })
const TARGET = 'wasm32-unknown-unknown'
run('cargo', 'build', '--quiet', '--locked', '--package', 'mingbai-reader', '--target', TARGET)
const glue = ['--target', 'web', '--omit-default-module-path', '--no-typescript', '--out-name', 'reader']
run('wasm-bindgen', ...glue, '--out-dir', 'target/web/reader', `target/${TARGET}/debug/mingbai_reader.wasm`)
const bundle = ['--bundle', '--format=iife', '--log-level=warning', '--outfile=target/web/document-reader.js']
run('node_modules/.bin/esbuild', 'tools/document-reader.worker.js', ...bundle)
copyFileSync('target/web/reader/reader_bg.wasm', 'target/web/document-reader.wasm')
