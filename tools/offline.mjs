// Bundles tools/offline.entry.js into sw.js in the given folder. Its first line is the place for the list of files, which
// `mingbai site` fills.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const stage = process.argv[2]
if (!stage) throw new Error('name the folder of the site: node tools/offline.mjs FOLDER')

const licence = (await readFile('node_modules/workbox-core/LICENSE', 'utf8')).trim()
await build({
  entryPoints: ['tools/offline.entry.js'],
  outfile: join(stage, 'sw.js'),
  bundle: true,
  minify: true,
  charset: 'utf8',
  // A classic script: Firefox supports module service workers only since 2026.
  format: 'iife',
  target: 'es2020',
  // Otherwise the library logs messages for developers.
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: { js: `self.mingbaiFiles=[];\n/*! Workbox, https://github.com/GoogleChrome/workbox\n\n${licence}\n*/` },
  legalComments: 'inline',
  logLevel: 'warning',
})
