// Lists the files of a built site with their sizes in bytes, as they are and as brotli.
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

const dist = process.argv[2] ?? 'dist'
const row = (name, raw, brotli) => console.log(String(raw).padStart(9), String(brotli).padStart(9), '', name)

const entries = await readdir(dist, { recursive: true, withFileTypes: true })
// Compressed files are copies of their file.
const files = entries
  .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
const sizes = await Promise.all(
  files.map(async (file) => {
    const content = await readFile(file)
    return { name: relative(dist, file), raw: content.length, brotli: brotliCompressSync(content).length }
  }),
)

row('', 'bytes', 'brotli')
for (const { name, raw, brotli } of sizes.sort((a, b) => b.brotli - a.brotli)) row(name, raw, brotli)
const sum = (key) => sizes.reduce((total, size) => total + size[key], 0)
row('in all', sum('raw'), sum('brotli'))
