// Takes away from the app's first file what Leptos brings for servers that stream, which nothing here calls: its exported
// classes keep it alive, and with it the browser's functions that only it uses.
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const CLASSES = /IntoUnderlying/
const EXPORTS = /intounderlying/

/** The first file and its script, without. What it makes on the way goes into `folder`; `small` and `features` are what wasm-opt is told. */
export async function lean(first, script, { folder, small, features }) {
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(await readFile(first))).map(({ name }) => name)
  if (!exported.some((name) => EXPORTS.test(name)))
    throw new Error(`${first}: nothing of what tools/lean.mjs takes away is there`)
  const kept = exported.filter((name) => !EXPORTS.test(name))
  const [graph, reached, made] = ['app.graph.json', 'app.reached', 'app.lean'].map((name) => join(folder, name))
  await writeFile(graph, JSON.stringify(kept.map((name) => ({ name: `export ${name}`, export: name, root: true }))))
  await run('wasm-metadce', [...features, first, '--graph-file', graph, '-o', reached], { maxBuffer: 1 << 28 })
  await run('wasm-opt', [...small, ...features, reached, '-o', made])
  const wasm = await readFile(made)
  const imported = WebAssembly.Module.imports(new WebAssembly.Module(wasm))
  // What fetches the parts is made by tools/parts.mjs.
  const used = new Set(imported.filter(({ module }) => !module.includes('__wasm_split')).map(({ name }) => name))
  return { wasm, script: without(script, used) }
}

/** The script without those classes, and without the functions for an app that calls only these. */
function without(script, used) {
  const blocks = [
    /^export class IntoUnderlying\w+ \{[\s\S]*?^\}\n/gm,
    /^if \(Symbol\.dispose\) IntoUnderlying.*\n/gm,
    /^const IntoUnderlying\w+ = [\s\S]*?;\n/gm,
  ]
  const lean = blocks
    .reduce((text, block) => text.replace(block, ''), script)
    .replace(/^ {8}(\w+): function\([\s\S]*?^ {8}\}(?:, arguments\); \})?,\n/gm, (all, name) =>
      used.has(name) ? all : '',
    )
  if (CLASSES.test(lean)) throw new Error('the script of wasm-bindgen is not what tools/lean.mjs expects')
  for (const name of used) {
    if (!lean.includes(name)) throw new Error(`the script of wasm-bindgen has no ${name}, which the app calls`)
  }
  return lean
}
