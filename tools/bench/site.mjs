// Serves a built site on the loopback as a good static host does: compressed files as they are, names with a hash cached
// for ever, everything else revalidated.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join, normalize, sep } from 'node:path'
import { cache, kind } from '../headers.mjs'

/** Serves a folder. Returns the address, with a slash at its end, and a function that stops the server. */
export async function serve(folder) {
  const read = (file) => readFile(file).catch(() => null)

  async function answer(request) {
    const path = normalize(decodeURIComponent(request.url.split(/[?#]/)[0]))
    const file = join(folder, path.endsWith(sep) ? join(path, 'index.html') : path)
    const whole = await read(file)
    if (!whole) return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'not found' }
    const accepted = request.headers['accept-encoding'] ?? ''
    const packed = /\bbr\b/.test(accepted) && (await read(`${file}.br`))
    const headers = {
      'content-type': kind(file),
      'cache-control': cache(file),
      ...(packed && { 'content-encoding': 'br' }),
    }
    return { status: 200, headers, body: packed || whole }
  }

  const server = createServer(async (request, response) => {
    const { status, headers, body } = await answer(request)
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body), vary: 'accept-encoding' })
    response.end(request.method === 'HEAD' ? undefined : body)
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
