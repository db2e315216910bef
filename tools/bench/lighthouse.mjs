// Lighthouse with its default settings: its phone, its simulated slow 4G, a processor four times slower.
import lighthouse from 'lighthouse'
import { median, withBrowser } from './browser.mjs'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']

async function look(address) {
  return withBrowser(async (browser) => {
    const port = Number(new URL(browser.wsEndpoint()).port)
    const { lhr } = await lighthouse(address, { port, logLevel: 'error', onlyCategories: CATEGORIES })
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`)
    return lhr
  })
}

/** The medians of several runs, and the audits that lowered the score of the last one. */
export async function examine(address, runs) {
  const found = []
  for (let run = 0; run < runs; run++) found.push(await look(address))
  const number = (id) => median(found.map((lhr) => lhr.audits[id].numericValue))
  const score = (id) => Math.round(median(found.map((lhr) => lhr.categories[id].score * 100)))
  const last = found.at(-1)
  const lost = CATEGORIES.slice(1).flatMap((id) =>
    last.categories[id].auditRefs
      .filter(({ id, weight }) => weight > 0 && last.audits[id].score !== null && last.audits[id].score < 0.9)
      .map((ref) => `${id}: ${ref.id}`),
  )
  return {
    version: last.lighthouseVersion,
    scores: Object.fromEntries(CATEGORIES.map((id) => [id, score(id)])),
    fcp: number('first-contentful-paint'),
    lcp: number('largest-contentful-paint'),
    tbt: number('total-blocking-time'),
    cls: number('cumulative-layout-shift'),
    lost,
  }
}
