// Runs nginx and Caddy with the configurations that lie here over a built site, and holds what they answer against
// tools/headers.mjs. A host that is not installed is passed over, and named.
//
//   node deploy/test-deployments.mjs dist
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { cache, files, kind } from '../tools/headers.mjs'

const dist = resolve(process.argv[2] ?? 'dist')
const here = (file) => readFileSync(new URL(file, import.meta.url), 'utf8')
const has = (program) => !spawnSync(program, ['-h'], { stdio: 'ignore' }).error

/** A configuration with our folder and port in place of its own; each of them must be there to be replaced. */
function ours(text, ...replacements) {
  for (const [theirs, own] of replacements) {
    if (!text.includes(theirs)) throw new Error(`the configuration no longer says ${JSON.stringify(theirs)}`)
    text = text.replaceAll(theirs, own)
  }
  return text
}

const HOSTS = {
  nginx(folder, port) {
    const server = ours(
      here('nginx.conf'),
      ['/srv/mingbai', dist],
      ['listen 80', `listen 127.0.0.1:${port}`],
      ['    listen [::]:80;\n', ''],
    )
    const whole = `
      include /etc/nginx/modules-enabled/*.conf;
      daemon off;
      master_process off;
      pid ${folder}/nginx.pid;
      error_log stderr warn;
      events {}
      http {
        access_log off;
        client_body_temp_path ${folder}/body;
        proxy_temp_path ${folder}/proxy;
        fastcgi_temp_path ${folder}/fastcgi;
        uwsgi_temp_path ${folder}/uwsgi;
        scgi_temp_path ${folder}/scgi;
        ${server}
      }`
    writeFileSync(join(folder, 'nginx.conf'), whole)
    return ['nginx', ['-c', join(folder, 'nginx.conf'), '-e', 'stderr']]
  },
  caddy(folder, port) {
    const site = ours(here('Caddyfile'), ['/srv/mingbai', dist], ['\n:80 {', `\nhttp://127.0.0.1:${port} {`])
    writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${site}`)
    return ['caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']]
  },
}

/** A port of this machine that nobody listens on. */
function freePort() {
  return new Promise((free) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => free(port))
    })
  })
}

/** One request, with its answer as it came: nothing unpacked, no way followed. */
function get(port, path, headers = {}) {
  return new Promise((answered, failed) => {
    const asked = request({ host: '127.0.0.1', port, path: `/${path}`, headers, agent: false }, (response) => {
      const parts = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () =>
        answered({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    asked.on('error', failed)
    asked.end()
  })
}

async function untilItAnswers(port, child, said) {
  // Long, since a busy machine may be slow to start it; it costs time only where it fails.
  const patience = Date.now() + 60_000
  while (Date.now() < patience) {
    if (child.exitCode !== null) throw new Error(`it ended at once:\n${said()}`)
    try {
      return await get(port, 'index.html')
    } catch {
      await new Promise((later) => setTimeout(later, 50))
    }
  }
  throw new Error(`it does not answer:\n${said()}`)
}

/** What a host does otherwise than it should, one sentence each. */
async function judge(port) {
  const wrong = []
  const hold = (what, is, should) =>
    is === should || wrong.push(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`)
  // JavaScript has two names for its kind; both are right.
  const plain = (type = '') =>
    type
      .toLowerCase()
      .replaceAll(' ', '')
      .replace('application/javascript', 'text/javascript')
      .replace('application/xml', 'text/xml')
  const alone = (type) => plain(type).split(';')[0]

  for (const file of await files(dist)) {
    for (const [accepted, ending] of [
      ['br', '.br'],
      ['gzip', '.gz'],
      ['identity', ''],
    ]) {
      const packed = ending && existsSync(join(dist, file + ending))
      const { status, headers, body } = await get(port, file, { 'accept-encoding': accepted })
      const what = `${file} as ${accepted}`
      hold(`${what}: status`, status, 200)
      hold(`${what}: Content-Encoding`, headers['content-encoding'], packed ? accepted : undefined)
      hold(`${what}: the bytes of its file`, body.equals(readFileSync(join(dist, file + (packed ? ending : '')))), true)
      hold(`${what}: Cache-Control`, headers['cache-control'], cache(file))
      hold(`${what}: Content-Type`, alone(headers['content-type']), alone(kind(file)))
      // Where the text says itself what it is written in, or can only be UTF-8, the host need not.
      if (/^text\/(html|css|csv|plain)/.test(kind(file)))
        hold(`${what}: charset`, plain(headers['content-type']), plain(kind(file)))
      hold(`${what}: Access-Control-Allow-Origin`, headers['access-control-allow-origin'], '*')
      hold(`${what}: X-Content-Type-Options`, headers['x-content-type-options'], 'nosniff')
    }
  }
  for (const [folder, file] of [
    ['', 'index.html'],
    ['en/', 'en/index.html'],
  ]) {
    const { status, headers, body } = await get(port, folder)
    hold(`/${folder}: status`, status, 200)
    hold(`/${folder}: its index.html`, body.equals(readFileSync(join(dist, file))), true)
    hold(`/${folder}: Cache-Control`, headers['cache-control'], 'no-cache')
  }
  const first = await get(port, 'index.html')
  const again = await get(port, 'index.html', { 'if-none-match': first.headers.etag })
  hold('index.html again: status', again.status, 304)
  for (const absent of ['app-0123456789abcdef.js', 'figure/nothing.html']) {
    const { status, headers, body } = await get(port, absent)
    hold(`${absent}, which is not there: status`, status, 404)
    hold(`${absent}, which is not there: 404.html`, body.equals(readFileSync(join(dist, '404.html'))), true)
    hold(`${absent}, which is not there: kept for ever`, /max-age/.test(headers['cache-control'] ?? ''), false)
  }
  return wrong
}

let failed = false
for (const [name, configured] of Object.entries(HOSTS)) {
  if (!has(name)) {
    console.log(`mingbai: ${name} is not installed: its configuration was not tried`)
    continue
  }
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-host-'))
  const port = await freePort()
  const [program, given] = configured(folder, port)
  const child = spawn(program, given, {
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (log += text))
  const ended = new Promise((end) => child.once('exit', end))
  try {
    await untilItAnswers(port, child, () => log)
    const wrong = await judge(port)
    if (wrong.length) {
      failed = true
      console.error(`mingbai: ${name} answers otherwise than tools/headers.mjs says:\n  ${wrong.join('\n  ')}`)
    } else {
      console.log(`mingbai: ${name} answers as tools/headers.mjs says`)
    }
  } catch (error) {
    failed = true
    console.error(`mingbai: ${name} could not be tried: ${error.message}`)
  } finally {
    child.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}
process.exitCode = failed ? 1 : 0
