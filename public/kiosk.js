// Watches over a page that is a kiosk: nobody restarts it, and nobody leaves it. It stands beside the app, so that it still
// does where the app has stopped. `<html data-kiosk>` says what there is to see: `show` while nobody touches the screen (the
// app shows figure after figure), `use` while somebody does.
;(function () {
  var root = document.documentElement
  if (root.dataset.mode !== 'kiosk') return
  var SECOND = 1000
  var MINUTE = 60 * SECOND
  var DAY = 24 * 60 * MINUTE
  // The way back for everybody: what was opened, in the language that was, without what anybody did since.
  var start = location.href.split('#')[0]
  var online = /^http/.test(location.protocol) && !window.mingbaiAlone

  // Nobody there

  var asking, ending, swallows
  /** Somebody is there: the wait begins anew. */
  function heed() {
    clearTimeout(asking)
    clearTimeout(ending)
    delete root.dataset.ending
    if (root.dataset.kiosk !== 'use') return
    // As the settings say, which the app reads.
    var idle = (Number(root.dataset.idle) || 90) * SECOND
    // Whoever reads a long text without a touch is asked before.
    asking = setTimeout(
      function () {
        root.dataset.ending = ''
      },
      idle - Math.min(15 * SECOND, idle / 3),
    )
    ending = setTimeout(restart, idle)
  }
  /** The touch that begins does nothing else, wherever it fell, but what the buttons say that are there already. */
  function begin(event) {
    var button = event.target.closest && event.target.closest('.kiosk-bar button')
    root.dataset.kiosk = 'use'
    // The button moves, and what browsers make of the touch would fall beside it.
    if (button) button.click()
    swallows = true
    setTimeout(function () {
      swallows = false
    }, SECOND / 2)
    scrollTo(0, 0)
    heed()
  }
  for (var sign of ['pointerdown', 'pointermove', 'wheel', 'scroll', 'input', 'keydown']) {
    addEventListener(sign, heed, { capture: true, passive: true })
  }
  for (var touch of ['pointerup', 'pointercancel', 'keyup']) {
    addEventListener(
      touch,
      function (event) {
        if (root.dataset.kiosk === 'show') begin(event)
        else heed()
      },
      true,
    )
  }

  // Whoever does not read the language, or small type, finds the buttons where they were: over a dialog there is nothing else,
  // so the bar goes along into it.
  var opened = []
  new MutationObserver(function (changes) {
    for (var { target } of changes) {
      opened = opened.filter(function (dialog) {
        return dialog !== target && dialog.open
      })
      if (target.tagName === 'DIALOG' && target.open) opened.push(target)
    }
    var bar = document.querySelector('.kiosk-bar')
    var over = opened[opened.length - 1] || document.body
    if (bar && bar.parentNode !== over) over.append(bar)
  }).observe(root, { subtree: true, attributes: true, attributeFilter: ['open'] })

  // Beginning anew

  var restarting
  /** Puts out of sight what somebody left, then opens the page anew: nothing of theirs is in that. */
  function restart() {
    clearTimeout(restarting)
    // Without the app there is nothing to show, but a page to read.
    if (root.dataset.idle) root.dataset.kiosk = 'show'
    delete root.dataset.ending
    try {
      // What lies over the page has an entry of the history, and would go back by itself.
      history.replaceState(null, '', start)
    } catch (_refused) {}
    for (var open of document.querySelectorAll('dialog[open]')) open.close()
    for (var typed of document.querySelectorAll('dialog input')) typed.value = ''
    scrollTo(0, 0)
    if (!online) return anew()
    // Where the page would not come, this one is better than what browsers say.
    ask(start).then(function (came) {
      // Somebody else may be there meanwhile.
      if (came && (root.dataset.kiosk === 'show' || failed)) return anew()
      if (!came) dispatchEvent(new Event('mingbai-forget'))
      later()
    })
  }
  function anew() {
    location.replace(start)
    // Where something came between.
    later()
  }
  /** Whether an address answers with what was asked for; to its end, or it would keep the worker from giving way to the next. */
  function ask(address) {
    return fetch(address, {
      cache: 'no-store',
      signal: AbortSignal.timeout ? AbortSignal.timeout(10 * SECOND) : undefined,
    })
      .then(function (answer) {
        return answer.blob().then(function () {
          return answer.ok
        })
      })
      .catch(function () {
        return false
      })
  }
  function later() {
    restarting = setTimeout(function () {
      if (root.dataset.kiosk === 'show') restart()
      else later()
    }, MINUTE / 2)
  }
  addEventListener('mingbai-restart', restart)

  // What fails

  var failed
  /** Something does not work: begins anew soon, and less and less soon where that does not help. */
  function fail() {
    if (failed) return
    failed = true
    // It lasts from page to page, and where nothing may be stored.
    var times = Number(window.name.replace('mingbai-', '')) || 0
    window.name = 'mingbai-' + (times + 1)
    // What there is can be read meanwhile.
    if (!root.dataset.idle) root.dataset.kiosk = 'use'
    setTimeout(restart, Math.min(5 * MINUTE, 2 * SECOND * Math.pow(2, times)))
  }
  addEventListener(
    'error',
    function (event) {
      // Browsers say so of sizes that follow each other, which they do.
      if (/ResizeObserver/.test(event.message)) return
      if (event.target === window || event.target.tagName === 'SCRIPT') fail()
    },
    true,
  )
  addEventListener('unhandledrejection', fail)
  addEventListener('mingbai-lost', fail)
  setTimeout(function () {
    // The app says by this that it has come, with the part that makes it a kiosk.
    if (!root.dataset.idle) fail()
  }, 20 * SECOND)
  setTimeout(function () {
    if (!failed) window.name = ''
  }, MINUTE)

  // For ever

  var old
  var minutes = 0
  var workers = online && navigator.serviceWorker
  setTimeout(function () {
    old = true
  }, DAY)
  setInterval(function () {
    if (root.dataset.kiosk !== 'show' || failed) return
    if (old) return restart()
    if (!lock) stayAwake()
    if (!workers) return
    // A new version is looked for, and taken while nobody is there (offline.js loads the page again).
    var look = ++minutes % 10 === 0
    workers
      .getRegistration()
      .then(function (kept) {
        if (kept && kept.waiting) kept.waiting.postMessage('take')
        else if (kept && look) return kept.update()
      })
      // Where nothing may be kept, or the host is away, all is as it was.
      .catch(function () {})
  }, MINUTE)
  if (workers) {
    workers.addEventListener('controllerchange', function (event) {
      // It is taken when the page begins anew, not under somebody's hands.
      if (root.dataset.kiosk === 'use') event.stopImmediatePropagation()
      // What is asked for before the site is kept is asked for again, so that it is kept as well.
      var asked = (root.dataset.asked || '').split(' ').filter(Boolean)
      asked.forEach(ask)
    })
  }
  var lock
  function stayAwake() {
    if (document.visibilityState !== 'visible' || !navigator.wakeLock) return
    // Where it is not granted, the system's own settings decide (KIOSK.md).
    navigator.wakeLock.request('screen').then(
      function (granted) {
        lock = granted
        lock.addEventListener('release', function () {
          lock = undefined
          stayAwake()
        })
      },
      function () {},
    )
  }
  document.addEventListener('visibilitychange', stayAwake)
  stayAwake()

  // No way out

  function stop(event) {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  addEventListener(
    'click',
    function (event) {
      // With a key held a link opens another window.
      var held = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
      if (swallows || held || root.dataset.kiosk === 'show') return stop(event)
      var leads =
        event.target.closest && event.target.closest('a, area, [data-take], [data-choice=share], [data-choice=theme]')
      if (!leads) return
      if (leads.matches('[data-take], [data-choice=share], [data-choice=theme]')) return stop(event)
      // The app hears of it all the same: another language is not another page here.
      if (!/^#/.test(leads.getAttribute('href')) || leads.hasAttribute('download')) event.preventDefault()
    },
    true,
  )
  for (var way of [
    'contextmenu',
    'auxclick',
    'dragstart',
    'dragover',
    'drop',
    'selectstart',
    'copy',
    'cut',
    'gesturestart',
    'submit',
  ]) {
    addEventListener(way, stop, true)
  }
  for (var press of ['mousedown', 'mouseup']) {
    addEventListener(
      press,
      function (event) {
        // The buttons that go back and forward in the history.
        if (event.button > 0) stop(event)
      },
      true,
    )
  }
  addEventListener(
    'wheel',
    function (event) {
      if (event.ctrlKey) stop(event)
    },
    { capture: true, passive: false },
  )
  addEventListener(
    'keydown',
    function (event) {
      var leaves =
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        /^(F\d+|ContextMenu|Print.*|Browser.*|Launch.*)$/.test(event.key)
      if (leaves || root.dataset.kiosk === 'show') stop(event)
    },
    true,
  )
  var view = document.querySelector('meta[name=viewport]')
  if (view) view.content += ', maximum-scale=1, user-scalable=no'
  // Nor what browsers lay over a page in a language that is not theirs.
  root.setAttribute('translate', 'no')
  var untranslated = document.createElement('meta')
  untranslated.name = 'google'
  untranslated.content = 'notranslate'
  document.head.append(untranslated)
})()
