// What a host must say of each file of a built site: its kind, and how long it may be kept. One place for what the
// configurations in deploy/ say each in its own language; `node deploy/test-deployments.mjs` holds them against it.
//
//   node tools/headers.mjs dist
//
// lists the files in the order to upload them, with tabs between: file, Content-Type, Cache-Control. What pages ask for comes
// before the pages; sw.js last. Packed files are left out: a host either finds them beside their file, or packs itself.
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

/** A name with a hash in it: what it holds never changes. */
const HASHED = /-[0-9a-f]{8,}(_bg)?(\.[a-z]+)?\.(css|js|json|wasm)$/

/** The media type of a file, by its name. */
export function kind(file) {
  const known = KINDS[extname(file)]
  if (!known) throw new Error(`${file}: tools/headers.mjs knows no media type for it`)
  return known
}

/** How long a file may be kept, by its name: for ever, or never without asking whether it is still the same. */
export const cache = (file) => (HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache')

/** All files of a site but the packed ones, with slashes in their paths, in the order in which they are to be uploaded. */
export async function files(dist) {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const all = entries
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) =>
      relative(dist, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
  // sw.js names what all others hold: before they are there, no browser could keep them.
  const turn = (file) => (file === 'sw.js' ? 3 : HASHED.test(file) ? 0 : file.endsWith('.html') ? 2 : 1)
  return all.sort((a, b) => turn(a) - turn(b) || (a < b ? -1 : 1))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const dist = process.argv[2] ?? 'dist'
  for (const file of await files(dist)) console.log([file, kind(file), cache(file)].join('\t'))
}
