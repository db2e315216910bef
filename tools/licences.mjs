// Writes licences.txt into the given folder: the copyright notices and licences of everything that is compiled into the
// app's WebAssembly files. Licences that differ only in their notices are printed once, after all of their notices.
//
//   node tools/licences.mjs FOLDER
//
// Which licences are allowed is up to deny.toml.
import { execFileSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const folder = process.argv[2]
if (!folder) throw new Error('name the folder of the site: node tools/licences.mjs FOLDER')

const TARGET = 'wasm32-unknown-unknown'
const cargo = (...options) =>
  execFileSync(process.env.CARGO ?? 'cargo', [...options, '--locked', '--offline'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })

// One of these is enough where a crate leaves the choice, the shortest first.
const CHOICES = [
  'MIT',
  'Zlib',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BSL-1.0',
  'CC0-1.0',
  'Unicode-3.0',
  'Unlicense',
]

/** The licences that a crate comes under, each chosen where there is a choice: `(MIT OR Apache-2.0) AND Unicode-3.0`. */
function chosen(expression) {
  const groups = expression.replaceAll('/', ' OR ').split(/\s+AND\s+/)
  return groups.map((group) => {
    const choices = group.replace(/[()]/g, '').split(/\s+OR\s+/)
    return CHOICES.find((licence) => choices.includes(licence)) ?? choices[0]
  })
}

/** The text of a licence of a crate, by the names that its files have; undefined where it has none. */
async function text(crate, licence) {
  const home = dirname(crate.manifest_path)
  const files = (await readdir(home)).filter((name) => /^(licen[cs]e|copying|unlicense)/i.test(name)).sort()
  const word = licence.split('-')[0].toLowerCase()
  const named = files.find((name) => name.toLowerCase().includes(word))
  // A file without a licence in its name is of the only one.
  const only = files.find((name) => /^licen[cs]e(\.\w+)?$/i.test(name))
  const file = named ?? only
  return file && (await readFile(join(home, file), 'utf8')).replaceAll('\r', '')
}

/** A licence without its notices, and these. */
function split(licenceText) {
  const isNotice = (line) => /^\s*(copyright|\(c\)|©)\b.*(\d{4}|\(c\)|©|contributors|authors|developers)/i.test(line)
  const lines = licenceText.split('\n')
  const notices = lines.filter(isNotice).map((line) => line.trim())
  const body = lines.filter((line) => !isNotice(line)).join('\n')
  return { notices, body: body.replace(/^\s*the mit license \(mit\)|^\s*mit license/i, '').trim() }
}

const metadata = JSON.parse(cargo('metadata', '--format-version=1', `--filter-platform=${TARGET}`))
const packages = new Map(metadata.packages.map((crate) => [`${crate.name} v${crate.version}`, crate]))
const tree = cargo(
  'tree',
  '--package=mingbai',
  '--package=mingbai-reader',
  '--edges=normal,no-proc-macro',
  `--target=${TARGET}`,
  '--features=split',
  '--prefix=none',
)
const used = [...new Set(tree.split('\n').map((line) => line.split(' ').slice(0, 2).join(' ')))]
// Macros run in the compiler; packages of the workspace are ours.
const isMacro = (crate) => crate.targets.some((target) => target.kind.includes('proc-macro'))
const crates = used
  .map((name) => packages.get(name))
  .filter((crate) => crate && !isMacro(crate) && !metadata.workspace_members.includes(crate.id))
  .sort((a, b) => (a.name < b.name ? -1 : 1))

// Each licence text with the crates that come under it.
const groups = new Map()
const standard = split(await readFile('LICENSE-MIT', 'utf8')).body
function add(licence, body, name, notices) {
  const key = body.replace(/\s+/g, ' ').toLowerCase()
  const group = groups.get(key) ?? { licence, body, crates: [] }
  group.crates.push({ name, notices })
  groups.set(key, group)
}
add('MIT', standard, 'the Rust standard library', ['Copyright (c) The Rust Project contributors'])
for (const crate of crates) {
  if (!crate.license)
    throw new Error(`${crate.name} ${crate.version} names no licence: look at its repository, and at deny.toml`)
  for (const licence of chosen(crate.license)) {
    const own = await text(crate, licence)
    const authors = crate.authors.map((author) => author.replace(/\s*<.*>/, ''))
    const { notices, body } = own ? split(own) : { notices: [], body: undefined }
    if (!body && licence !== 'MIT') {
      throw new Error(`${crate.name} ${crate.version} comes without the text of ${licence}: add a way to find it here`)
    }
    const named = notices.length ? notices : [`Copyright (c) ${authors.join(', ') || `the authors of ${crate.name}`}`]
    add(licence, body ?? standard, `${crate.name} ${crate.version}`, named)
  }
}

const parts = [...groups.values()].map(({ licence, body, crates }) => {
  const lines = crates.map(({ name, notices }) => `${name}\n${notices.map((notice) => `    ${notice}\n`).join('')}`)
  return `${'='.repeat(72)}\n${licence}\n${'='.repeat(72)}\n\n${lines.join('')}\n${body}\n`
})
const head = `What is compiled into the WebAssembly files of this site, with its notices and licences. The app itself is MIT OR
Apache-2.0. The chart library's licences are in charts.LICENSE.txt, Workbox's is in sw.js.

这个网站的 WebAssembly 文件里有下面这些程序库，各自的版权声明和许可证如下。
`
await writeFile(join(folder, 'licences.txt'), `${head}\n${parts.join('\n')}`)
