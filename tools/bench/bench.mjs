// Measures a built site as its readers get it, and prints the values next to the targets of tests/budget.json.
//
//   node tools/bench/bench.mjs dist [--runs 3] [--taps 20] [--only lighthouse,load,taps,opening,article] [--pages index.html,…]
import { readdir, readFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { articles } from './article.mjs'
import { quantile } from './browser.mjs'
import { examine } from './lighthouse.mjs'
import { load } from './load.mjs'
import { openings } from './opening.mjs'
import { serve } from './site.mjs'
import { print } from './table.mjs'
import { taps } from './taps.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '3' },
    taps: { type: 'string', default: '20' },
    only: { type: 'string', default: 'lighthouse,load,taps,opening,article' },
    pages: { type: 'string' },
  },
})
const dist = positionals[0] ?? 'dist'
const only = values.only.split(',')
const runs = Number(values.runs)
const { held, measured: promised } = JSON.parse(await readFile(new URL('../../tests/budget.json', import.meta.url)))
const row = (name, measured, says = promised[name].says) => ({ ...promised[name], says, measured })

/** The pages to measure: the reports, and each figure page. */
async function pages() {
  if (values.pages) return values.pages.split(',')
  const folders = ['figure', 'en/figure']
  const alone = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join(dist, folder)).catch(() => [])
      return names.filter((name) => name.endsWith('.html')).map((name) => `${folder}/${name}`)
    }),
  )
  return ['index.html', 'en/index.html', ...alone.flat().sort()]
}

async function measure(address, page) {
  // Reports are measured several times; figure pages are small, and one run of each takes minutes together.
  const times = page.endsWith('index.html') ? runs : 1
  if (only.includes('lighthouse')) {
    const { version, scores, fcp, lcp, tbt, cls, lost } = await examine(address, times)
    print(`${page}: Lighthouse ${version}, phone, slow 4G and 4× CPU simulated, median of ${times}`, [
      row('fcp', fcp),
      row('lcp', lcp),
      row('tbt', tbt),
      { ...held.shift, says: 'layout shift', measured: cls },
      ...Object.entries(scores).map(([name, score]) => ({ ...row('score', score, name), most: false })),
    ])
    if (lost.length) console.log(`  lost to: ${lost.join(', ')}`)
  }
  if (only.includes('load')) {
    const { fcp, lcp, ready, blocked, shift, bytes, requests } = await load(address, times)
    print(`${page}: the same network and CPU really applied by Chromium, median of ${times}`, [
      row('fcp_applied', fcp),
      row('lcp_applied', lcp),
      row('ready', ready),
      { says: 'main thread blocked, until the charts are live', unit: 'ms', measured: blocked },
      { ...held.shift, measured: shift },
      { ...(page === 'index.html' && held.first_visit), says: 'loaded, with headers', unit: 'bytes', measured: bytes },
      { says: 'requests', measured: requests },
    ])
  }
}

async function measureTaps(address) {
  const times = Number(values.taps)
  const found = await taps(address, times)
  const switches = ['theme', 'language']
  const rows = Object.entries(found).map(([name, all]) => {
    const measured = quantile(all, 0.95) || 16
    return row(
      switches.includes(name) ? 'switch' : 'tap',
      measured,
      `${name} (half within ${Math.round(quantile(all, 0.5)) || 16} ms)`,
    )
  })
  const others = Object.entries(found)
    .filter(([name]) => !switches.includes(name))
    .flatMap(([, all]) => all)
  print(`taps to the next paint at 4× CPU, 95th percentile of ${times}, in steps of 8 ms from 16`, [
    ...rows,
    row('tap', quantile(others, 0.95) || 16, `all but ${switches.join(' and ')}`),
  ])
}

async function measureOpening(address) {
  const found = await openings(address, runs)
  const rows = Object.entries(found).map(([format, { size, time }]) =>
    row(`open_${format}`, time, `${promised[`open_${format}`].says} (${Math.round(size / 1000)} kB)`),
  )
  print(`opening a document: from the drop to the first figure, times 4, median of ${runs}`, rows)
}

async function measureArticle(address) {
  const found = await articles(address, runs)
  const alone = found.alone.score
  const rows = Object.entries(found).map(([name, { score, tbt }]) => ({
    says: `${name} (blocked ${Math.round(tbt)} ms, lost ${alone - score})`,
    measured: score,
    target: name === 'alone' ? undefined : alone - 2,
    most: false,
  }))
  print(`Lighthouse's performance of an article with a lazy figure, median of ${runs}`, rows)
}

const site = await serve(dist)
try {
  const [load1] = loadavg()
  if (load1 > 1) console.log(`mingbai: this machine is busy (load ${load1.toFixed(1)}): times are too long`)
  for (const page of await pages()) await measure(site.address + page.replace(/^index\.html$/, ''), page)
  if (only.includes('taps')) await measureTaps(site.address)
  if (only.includes('opening')) await measureOpening(site.address)
  if (only.includes('article')) await measureArticle(site.address)
} finally {
  site.close()
}
