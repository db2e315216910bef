// The browser for all measurements: a phone that reaches only this machine.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { launch } from 'puppeteer-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome']

function program() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => {
    try {
      accessSync(file, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
  if (!found) throw new Error(`no ${NAMES[0]} on the PATH: install it, or name it in CHROME_PATH`)
  return found
}

/** A new browser with an empty profile; it is closed when `use` is done. */
export async function withBrowser(use) {
  const browser = await launch({
    executablePath: program(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  })
  try {
    return await use(browser)
  } finally {
    await browser.close()
  }
}

/** The phone that Lighthouse emulates. */
export const PHONE = { width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true }

/** How much slower than this machine the phone is. */
export const CPU = 4

/** Lighthouse's slow 4G, as Chromium applies it to each request: milliseconds and bytes a second. */
export const SLOW_4G = { latency: 562.5, download: (1474.56 * 1024) / 8, upload: (675 * 1024) / 8 }

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms))

/** The quantile of the values at this part (0 to 1); null where there are none. */
export function quantile(values, part) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b)
  return sorted.length ? sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] : null
}

export const median = (values) => quantile(values, 0.5)
