// Minifies the scripts and styles that Trunk has staged. Trunk's own minifier cannot read what wasm-bindgen writes.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { transform } from 'esbuild'

const stage = process.env.TRUNK_STAGING_DIR
if (!stage) throw new Error('this is a hook of Trunk: TRUNK_STAGING_DIR is not set')

for (const entry of await readdir(stage, { recursive: true, withFileTypes: true })) {
  const loader = extname(entry.name).slice(1)
  if (!['js', 'css'].includes(loader)) continue
  const file = join(entry.parentPath ?? entry.path, entry.name)
  const { code } = await transform(await readFile(file, 'utf8'), {
    loader,
    minify: true,
    charset: 'utf8',
    legalComments: 'inline',
  })
  await writeFile(file, code)
}
