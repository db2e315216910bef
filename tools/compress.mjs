// Writes .br and .gz next to every compressible file of a built site, so that a host can send them as they are.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const dist = process.argv[2] ?? 'dist'
const KINDS = ['.css', '.csv', '.html', '.js', '.json', '.svg', '.txt', '.wasm', '.webmanifest', '.xml']
const brotli = (content) =>
  promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  })
const zip = (content) => promisify(gzip)(content, { level: 9 })

for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !KINDS.includes(extname(entry.name))) continue
  const file = join(entry.parentPath ?? entry.path, entry.name)
  // A file smaller than a network packet gains nothing.
  if ((await stat(file)).size < 1024) continue
  const content = await readFile(file)
  for (const [ending, packed] of [
    ['.br', await brotli(content)],
    ['.gz', await zip(content)],
  ]) {
    if (packed.length < content.length) await writeFile(file + ending, packed)
  }
}
