// Puts the app's parts beside its first file, as Trunk has staged that: merged and made small, the script that fetches
// them bundled into the app's own, and all under one name that changes with any of them, so that parts of two builds
// never meet.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { lean } from './lean.mjs'

const SPLIT = 'target/web/split'
// The parts in the order in which a reader comes to need them. What several need comes with the first of them.
const ORDER = ['figures', 'cards', 'tables', 'search', 'taking', 'sharing', 'page', 'parsing', 'kiosk']
// What Trunk tells wasm-opt of the first file, in index.html.
const SMALL = [
  '-Oz',
  '--one-caller-inline-max-function-size=0',
  '--strip-debug',
  '--strip-producers',
  '--strip-target-features',
]
// What Rust's compiler uses of WebAssembly; the parts do not say so themselves.
const FEATURES = [
  'bulk-memory',
  'bulk-memory-opt',
  'mutable-globals',
  'sign-ext',
  'nontrapping-float-to-int',
  'reference-types',
  'multivalue',
].map((feature) => `--enable-${feature}`)

const stage = process.env.TRUNK_STAGING_DIR
if (!stage) throw new Error('this is a hook of Trunk: TRUNK_STAGING_DIR is not set')
const run = promisify(execFile)

const staged = await readdir(stage)
const one = (kind, pattern) => {
  const found = staged.filter((name) => pattern.test(name))
  if (found.length !== 1)
    throw new Error(`expected one ${kind} in ${stage}, found ${found.length}: ${found.join(', ')}`)
  return found[0]
}
const glue = one('script of the app', /^app-[0-9a-f]+\.js$/)
const first = one('first file of the app', /^app-[0-9a-f]+_bg\.wasm$/)

// The tool makes a file for each part, and one for each set of parts that share something. Its script says which set each
// part needs, and what of the first file they all use.
const tool = await readFile(join(SPLIT, '__wasm_split.js'), 'utf8')
const shared = tool
  .match(/const \{(.*?)\} = initSync/)?.[1]
  .split(',')
  .map((name) => name.trim())
  .filter(Boolean)
const pieces = new Map()
for (const [, part, deps] of tool.matchAll(/__wasm_split_load_(\w+) = .*?\[([^\]]*)\]\)\);/gs)) {
  pieces.set(part, [
    `split_${part}`,
    ...deps
      .split(',')
      .map((dep) => dep.trim().replace(/^__/, ''))
      .filter(Boolean),
  ])
}
if (!shared || [...pieces.keys()].sort().join() !== [...ORDER].sort().join()) {
  throw new Error(
    `${SPLIT}/__wasm_split.js is not what tools/parts.mjs expects: it names the parts ${[...pieces.keys()].join(', ')}`,
  )
}
const home = new Map()
for (const part of ORDER) for (const piece of pieces.get(part)) if (!home.has(piece)) home.set(piece, part)

// All use memory, table and globals of the first file, each by an import of its own. Merged with a module that only hands
// them on, they use the same ones.
const dis = (
  await run('wasm-dis', [...FEATURES, join(SPLIT, `${[...home.keys()].at(-1)}.wasm`)], { maxBuffer: 1 << 28 })
).stdout
const pages = dis.match(/\(import "__wasm_split" "memory" \(memory \S+ (\d+)/)?.[1]
const slots = dis.match(/\(import "__wasm_split" "__indirect_function_table" \(table \S+ (\d+)/)?.[1]
if (!pages || !slots)
  throw new Error(`${SPLIT}: a part that does not say how much memory and how large a table it needs`)
const kinds = { memory: ['memory', pages], __indirect_function_table: ['table', `${slots} funcref`] }
const handed = shared.map((name) => [name, ...(kinds[name] ?? ['global', '(mut i32)'])])
const handing = join(SPLIT, 'handing.wat')
await writeFile(
  handing,
  `(module
${handed.map(([name, kind, type]) => `(import "app" "${name}" (${kind} $${name} ${type}))`).join('\n')}
${handed.map(([name, kind]) => `(export "${name}" (${kind} $${name}))`).join('\n')})`,
)

// Each part in one file; all of them at once, for whoever has the processors.
const small = async (part) => {
  const mine = [...home].filter(([, of]) => of === part).map(([piece]) => piece)
  const [merged, optimised] = ['merged', 'optimised'].map((ending) => join(SPLIT, `${part}.${ending}`))
  await run('wasm-merge', [
    ...FEATURES,
    handing,
    '__wasm_split',
    ...mine.flatMap((piece) => [join(SPLIT, `${piece}.wasm`), piece]),
    '-o',
    merged,
  ])
  await run('wasm-opt', [...SMALL, ...FEATURES, merged, '-o', optimised])
  return [part, await readFile(optimised)]
}
const leaned = lean(join(stage, first), await readFile(join(stage, glue), 'utf8'), {
  folder: SPLIT,
  small: SMALL,
  features: FEATURES,
})
const [begin, ...made] = await Promise.all([leaned, ...ORDER.map(small)])
const parts = new Map(made)

// A part that did not come is asked for again the next time.
const needs = Object.fromEntries(
  ORDER.map((part) => [part, [...new Set(pieces.get(part).map((piece) => home.get(piece)))]]),
)
const loader = `
import { initSync } from './app.js'
const NEEDS = ${JSON.stringify(needs)}
const FILES = { ${ORDER.map((part) => `${part}: new URL('./APP.${part}.wasm', import.meta.url)`).join(', ')} }
let shared
function imports() {
  const { ${shared.join(', ')} } = initSync()
  return (shared ??= { app: { ${shared.join(', ')} } })
}
const coming = {}
// What boot.js asked for before there was an app is taken once.
function early(part) {
  if (part !== 'figures') return
  const come = globalThis.mingbaiFigures
  delete globalThis.mingbaiFigures
  return come
}
function file(part) {
  const come = (coming[part] ??= WebAssembly.instantiateStreaming(early(part) || fetch(FILES[part]), imports()))
  come.catch(() => delete coming[part])
  return come
}
const load = (part) => (callback, data) =>
  Promise.all(NEEDS[part].map(file)).then(
    () => imports().app.__indirect_function_table.get(callback)(data, true),
    () => imports().app.__indirect_function_table.get(callback)(data, false),
  )
${ORDER.map((part) => `export const __wasm_split_load_${part} = load('${part}')`).join('\n')}
`
await writeFile(join(stage, glue), begin.script)
const bundled = await build({
  entryPoints: [join(stage, glue)],
  bundle: true,
  write: false,
  format: 'esm',
  charset: 'utf8',
  legalComments: 'inline',
  logLevel: 'warning',
  // wasm-bindgen names one module once for each function that it imports from it.
  logOverride: { 'duplicate-object-key': 'silent' },
  plugins: [
    {
      name: 'parts',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /__wasm_split\.js$/ }, () => ({ path: 'loader', namespace: 'parts' }))
        onResolve({ filter: /app\.js$/, namespace: 'parts' }, () => ({ path: resolve(stage, glue) }))
        onLoad({ filter: /./, namespace: 'parts' }, () => ({ contents: loader, resolveDir: stage }))
      },
    },
  ],
})
const script = bundled.outputFiles[0].text

const hash = createHash('sha256').update(script).update(begin.wasm)
for (const content of parts.values()) hash.update(content)
const app = `app-${hash.digest('hex').slice(0, 16)}`

const names = [
  [first, `${app}.wasm`],
  [glue, `${app}.js`],
  ['./APP.', `./${app}.`],
]
const named = (text) => names.reduce((text, [from, to]) => text.replaceAll(from, to), text)
for (const [part, content] of parts) await writeFile(join(stage, `${app}.${part}.wasm`), content)
await writeFile(join(stage, `${app}.wasm`), begin.wasm)
await rm(join(stage, first))
await rm(join(stage, glue))
await writeFile(join(stage, `${app}.js`), named(script))
const page = join(stage, 'index.html')
// What is seen comes before the app, which is asked for once the words are painted (boot.js).
const begins = /import init from ('\.\/app-[^']*');/
const behind = (html) => {
  if (!begins.test(html)) throw new Error(`tools/parts.mjs: the page does not begin the app by ${begins} any more`)
  return html
    .replaceAll(
      /<link rel="(modulepreload|preload)" href="\.\/app-/g,
      '<link rel="later" fetchpriority="low" href="./app-',
    )
    .replace(begins, 'await window.mingbaiSeen;\nconst { default: init } = await import($1);')
}
await writeFile(page, behind(named(await readFile(page, 'utf8'))))
