// The headers that a host must send for each file of a built site: its media type, and how long it may be cached. The
// configurations in deploy/ say the same, each in its own language; `node deploy/test-deployments.mjs` compares them.
//
//   node tools/headers.mjs dist
//
// lists the files in the order to upload them, separated by tabs: file, Content-Type, Cache-Control. Files that pages
// request come before the pages; sw.js is last. Compressed files are left out: a host finds them next to their file, or
// compresses on its own.
import { readdir } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

const KINDS = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'text/xml; charset=utf-8',
}

/** A name that contains a hash: the content never changes. */
const HASHED = /-[0-9a-f]{8,}(_bg)?(\.[a-z]+)?\.(css|js|json|wasm)$/

/** The media type of a file, by its name. */
export function kind(file) {
  const known = KINDS[extname(file)]
  if (!known) throw new Error(`${file}: tools/headers.mjs knows no media type for it`)
  return known
}

/** How long a file may be cached, by its name: for ever, or with a revalidation each time. */
export const cache = (file) => (HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache')

/** All files of a site except the compressed ones, with slashes in their paths, in the order of upload. */
export async function files(dist) {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const all = entries
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) =>
      relative(dist, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
  // sw.js lists the hashes of all others: before these are uploaded, no browser could cache them.
  const turn = (file) => (file === 'sw.js' ? 3 : HASHED.test(file) ? 0 : file.endsWith('.html') ? 2 : 1)
  return all.sort((a, b) => turn(a) - turn(b) || (a < b ? -1 : 1))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const dist = process.argv[2] ?? 'dist'
  for (const file of await files(dist)) console.log([file, kind(file), cache(file)].join('\t'))
}
