// A first visit with a slow phone on a slow network, both applied by Chromium: what a reader waits for.
import { CPU, median, PHONE, SLOW_4G, sleep, withBrowser } from './browser.mjs'

/** Runs in the page before anything else, and records its events. */
function watch() {
  const seen = { lcp: null, ready: null, shift: 0, blocked: 0 }
  globalThis.seen = seen
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  observe('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime))
  observe('layout-shift', (entry) => (seen.shift += entry.hadRecentInput ? 0 : entry.value))
  observe('longtask', (entry) => (seen.blocked += Math.max(0, entry.duration - 50)))
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.chart svg path')) return
    seen.ready = performance.now()
    observer.disconnect()
  }).observe(document, { childList: true, subtree: true })
}

/** Scrolls down the page, a screen at a time, so that everything is loaded that is loaded near the screen. */
async function scrollThrough(page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  for (let at = 0; at < height; at += PHONE.height) {
    await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), at)
    await sleep(150)
  }
}

async function visit(address) {
  return withBrowser(async (browser) => {
    const page = await browser.newPage()
    await page.setViewport(PHONE)
    const cdp = await page.createCDPSession()
    let [bytes, requests] = [0, 0]
    await cdp.send('Network.enable')
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
      requests += 1
    })
    await page.emulateNetworkConditions(SLOW_4G)
    await page.emulateCPUThrottling(CPU)
    await page.evaluateOnNewDocument(watch)
    await page.goto(address, { waitUntil: 'networkidle0', timeout: 60_000 })
    // Without a live chart there is no time to report.
    const live = page.waitForFunction(() => globalThis.seen.ready, { timeout: 20_000 })
    if (await page.$('.chart')) await live.catch(() => {})
    await sleep(1500)
    const loaded = { bytes, requests }
    const [seen, fcp] = await page.evaluate(() => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0]
      return [{ ...globalThis.seen }, paint?.startTime]
    })
    await scrollThrough(page)
    const shift = await page.evaluate(() => globalThis.seen.shift)
    return { ...seen, ...loaded, fcp, shift }
  })
}

/** The medians of several first visits: milliseconds, bytes with headers, and layout shift. */
export async function load(address, runs) {
  const visits = []
  for (let run = 0; run < runs; run++) visits.push(await visit(address))
  const of = (key) => median(visits.map((visit) => visit[key]))
  const keys = ['fcp', 'lcp', 'ready', 'blocked', 'bytes', 'requests']
  const shift = Math.max(...visits.map((visit) => visit.shift))
  return { ...Object.fromEntries(keys.map((key) => [key, of(key)])), shift }
}
