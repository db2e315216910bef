// The time from a tap to its answer on the screen, on a phone four times slower than this machine, for each kind of
// control: the interaction to next paint of browsers (in steps of 8 ms, not below 16), or the time until the answer is
// shown, where that is later.
import { CPU, PHONE, sleep, withBrowser } from './browser.mjs'

const root = (name) => `document.documentElement.dataset.${name}`
const card = "Boolean(document.querySelector('#popup')?.checkVisibility())"

/**
 * Each kind of control: what to tap (in turn, those that are shown and not `other`), and an expression whose value a tap
 * must change, so that no tap without effect is measured. `ready` runs before all taps, `back` after each.
 */
const CONTROLS = [
  { name: 'theme', selector: '[data-choice=theme]', changes: root('theme') },
  { name: 'text size', selector: '[data-choice=text]', changes: root('text') },
  { name: 'language', selector: '[data-choice=lang]', changes: 'document.documentElement.lang' },
  {
    name: 'unit',
    selector: '[data-unit]',
    other: '[aria-pressed=true]',
    changes: "document.querySelector('[data-unit][aria-pressed=true]').dataset.unit",
  },
  { name: 'term', selector: 'main a.term', changes: card, back: close },
  { name: 'amount', selector: 'main a.amount', changes: card, back: close },
  { name: 'chart mark', mark: '[data-figure=nature] .figure-view:not([hidden]) .chart', changes: card, back: close },
  {
    name: 'table sort',
    selector: '[data-figure=change] .sort',
    changes: "[...document.querySelectorAll('[data-figure=change] th')].map((head) => head.ariaSort).join()",
    ready: unfold,
  },
  {
    name: 'flow view',
    selector: '[data-figure=flow] .figure-view:not([hidden]) [data-choose-view]',
    other: '[aria-pressed=true]',
    changes: "document.querySelector('[data-figure=flow] .figure-view:not([hidden])').dataset.view",
  },
  {
    name: 'fold',
    selector: '.figure-view:not([hidden]) .table-fold > summary',
    changes: "document.querySelectorAll('.table-fold[open]').length",
  },
  {
    name: 'search',
    selector: '[data-choice=find]',
    changes: "Boolean(document.querySelector('#find')?.open)",
    back: close,
  },
]

async function close(page) {
  await page.keyboard.press('Escape')
}

async function unfold(page) {
  await page.evaluate(() => document.querySelector('[data-figure=change] .table-fold').setAttribute('open', ''))
}

/** Scrolls the control for this turn into view, and returns the point to tap. */
async function aim(page, { selector, other, mark }, turn) {
  if (mark) {
    // It is drawn when it is near the screen.
    await page.evaluate(
      (mark) => document.querySelector(mark).scrollIntoView({ block: 'center', behavior: 'instant' }),
      mark,
    )
    await page.waitForFunction((mark) => document.querySelector(`${mark} svg path`), {}, mark)
    return page.evaluate((mark) => {
      // Touch targets are invisible rectangles, one over each row: the largest shapes inside.
      const chart = document.querySelector(`${mark} svg`).getBoundingClientRect()
      const boxes = [...document.querySelectorAll(`${mark} svg path`)].map((path) => path.getBoundingClientRect())
      const box = boxes
        .filter((box) => box.width < chart.width * 0.98 && box.height > 8)
        .sort((a, b) => b.width * b.height - a.width * a.height)[0]
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }, mark)
  }
  return page.evaluate(
    (selector, other, turn) => {
      const shown = [...document.querySelectorAll(selector)].filter(
        (e) => e.checkVisibility() && !(other && e.matches(other)),
      )
      const control = shown[turn % shown.length]
      // Not under the bar at the top, nor where a card would be.
      control.scrollIntoView({ block: 'center', behavior: 'instant' })
      // The centre of a wrapped link may be outside of it.
      const line = control.getClientRects()[0]
      return { x: line.x + line.width / 2, y: line.y + line.height / 2 }
    },
    selector,
    other,
    turn,
  )
}

/** Runs in the page before a tap: records the start of the frame that shows the answer. */
function awaitAnswer(changes) {
  // biome-ignore lint/security/noGlobalEval: the expression is one of this file's own, and arrives in the page as text
  const look = () => globalThis.eval(changes)
  const before = look()
  const heard = { began: null, answered: null }
  globalThis.heard = heard
  addEventListener('pointerup', (event) => (heard.began = event.timeStamp), { capture: true, once: true })
  requestAnimationFrame(function again() {
    if (look() === before) requestAnimationFrame(again)
    // Not the frame's own timestamp: work before it may have delayed it.
    else heard.answered = performance.now()
  })
}

async function tap(page, control, turn) {
  const { x, y } = await aim(page, control, turn)
  await sleep(300)
  await page.evaluate(awaitAnswer, control.changes)
  await page.touchscreen.tap(x, y)
  // An answer that never comes is a failure, not a fast one.
  await page
    .waitForFunction(() => globalThis.heard.answered, { timeout: 10_000, polling: 50 })
    .catch(() => {
      throw new Error(`a tap on ${control.name} changed nothing`)
    })
  await sleep(300)
  const took = await page.evaluate(() => {
    const { began, answered } = globalThis.heard
    // The events of one tap begin at different times; the longest is what the reader waited for. An answer that comes later,
    // for example from a chunk that had to be fetched, counts until it is shown.
    const events = globalThis.events.filter((event) => event.start >= began - 250)
    return Math.max(0, answered - began, ...events.map((event) => event.duration))
  })
  await control.back?.(page)
  await sleep(200)
  return took
}

/** Taps each kind of control this often; returns the milliseconds of every tap, by the control's name. */
export async function taps(address, times) {
  return withBrowser(async (browser) => {
    const page = await browser.newPage()
    await page.setBypassCSP(true)
    await page.setViewport(PHONE)
    await page.evaluateOnNewDocument(() => {
      globalThis.events = []
      new PerformanceObserver((list) => {
        for (const { interactionId, startTime: start, duration } of list.getEntries()) {
          if (interactionId) globalThis.events.push({ start, duration })
        }
      }).observe({ type: 'event', durationThreshold: 16, buffered: true })
    })
    const found = {}
    for (const control of CONTROLS) {
      // Earlier choices are remembered: each kind begins with the page of a new reader.
      await page.emulateCPUThrottling(null)
      await page.goto(address, { waitUntil: 'networkidle0' })
      await page.evaluate(() => localStorage.clear())
      await page.goto(address, { waitUntil: 'networkidle0' })
      await page.waitForFunction(() => document.documentElement.dataset.ready)
      await page.emulateCPUThrottling(CPU)
      await control.ready?.(page)
      found[control.name] = []
      for (let turn = 0; turn < times; turn++) found[control.name].push(await tap(page, control, turn))
    }
    return found
  })
}
