// Bundles the parts of ECharts named in charts.entry.js, without the code they never use (echarts-stubs.mjs), into one
// classic script, target/web/charts.js, which a worker runs; and once more as a module, with which draw-charts.mjs proves
// that nothing is missing. The licences of the bundled packages are written next to it.
import { readFile, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { echartsStubs } from './echarts-stubs.mjs'

const OUT = 'target/web/charts.js'
const PARTS = [
  ['echarts', ['LICENSE', 'NOTICE']],
  ['zrender', ['LICENSE']],
  ['tslib', ['LICENSE.txt']],
]

const parts = await Promise.all(
  PARTS.map(async ([name, files]) => {
    const read = (file) => readFile(`node_modules/${name}/${file}`, 'utf8')
    const { version, license } = JSON.parse(await read('package.json'))
    return { title: `${name} ${version} (${license})`, texts: await Promise.all(files.map(read)) }
  }),
)

const bundle = (options) =>
  build({
    bundle: true,
    minify: true,
    // wasm-bindgen's output needs no older syntax.
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    plugins: [echartsStubs],
    logLevel: 'warning',
    ...options,
  })
await bundle({
  entryPoints: ['tools/charts.worker.js'],
  outfile: OUT,
  format: 'iife',
  banner: { js: `/*! ${parts.map((part) => part.title).join(', ')}: see charts.LICENSE.txt */` },
})
await bundle({ entryPoints: ['tools/charts.entry.js'], outfile: OUT.replace(/js$/, 'mjs'), format: 'esm' })

const licences = parts.map(({ title, texts }) => [title, '='.repeat(title.length), ...texts].join('\n\n'))
await writeFile(OUT.replace(/js$/, 'LICENSE.txt'), `${licences.join('\n\n\n')}\n`)
