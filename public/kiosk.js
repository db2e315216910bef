// The supervisor of kiosk mode: restarts the page after inactivity, errors and updates, and blocks every way out of it.
// It is independent of the app, so that it still works if the app has stopped. `<html data-kiosk>` is the state: `show`
// while the kiosk is unused (the app shows the figures in turn), `use` while a person uses it.
;(function () {
  var root = document.documentElement
  if (root.dataset.mode !== 'kiosk') return
  var SECOND = 1000
  var MINUTE = 60 * SECOND
  var DAY = 24 * 60 * MINUTE
  // The address of a restart: the one that was opened first, so nothing that a visitor changed remains.
  var start = location.href.split('#')[0]
  var online = /^http/.test(location.protocol) && !window.mingbaiOneFile

  // Inactivity

  var warningTimer, idleTimer, ignoresClicks
  /** Restarts the idle timers, after any sign of a person. */
  function restartTimers() {
    clearTimeout(warningTimer)
    clearTimeout(idleTimer)
    delete root.dataset.restartWarning
    if (root.dataset.kiosk !== 'use') return
    // The app sets this from the kiosk settings.
    var idle = (Number(root.dataset.idle) || 90) * SECOND
    // A warning comes first, since a person may be reading a long text without touching the screen.
    warningTimer = setTimeout(
      function () {
        root.dataset.restartWarning = ''
      },
      idle - Math.min(15 * SECOND, idle / 3),
    )
    idleTimer = setTimeout(restart, idle)
  }
  /** Begins use with what is shown: a figure, or the home. A touch of the home's questions, or of the buttons that are
      visible while unused, is also a press. */
  function beginUse(event) {
    var button = event.target.closest && event.target.closest('.kiosk-bar button, #contents a')
    var figure = document.querySelector('[data-figure].on-show')
    root.dataset.kiosk = 'use'
    // The layout changes, so the click that browsers derive from the touch would miss the button.
    scrollTo(0, 0)
    if (button) button.click()
    else if (figure) location.hash = figure.id
    ignoresClicks = true
    setTimeout(function () {
      ignoresClicks = false
    }, SECOND / 2)
    restartTimers()
  }
  for (var activity of ['pointerdown', 'pointermove', 'wheel', 'scroll', 'input', 'keydown']) {
    addEventListener(activity, restartTimers, { capture: true, passive: true })
  }
  for (var touch of ['pointerup', 'pointercancel', 'keyup']) {
    addEventListener(
      touch,
      function (event) {
        if (root.dataset.kiosk === 'show') beginUse(event)
        else restartTimers()
      },
      true,
    )
  }

  // The bar must be reachable over dialogs too, above all its buttons for language and text size. A modal dialog covers
  // everything outside of it, so the bar is moved into the topmost one.
  var openDialogs = []
  new MutationObserver(function (changes) {
    for (var { target } of changes) {
      openDialogs = openDialogs.filter(function (dialog) {
        return dialog !== target && dialog.open
      })
      if (target.tagName === 'DIALOG' && target.open) openDialogs.push(target)
    }
    var bar = document.querySelector('.kiosk-bar')
    var over = openDialogs[openDialogs.length - 1] || document.body
    if (bar && bar.parentNode !== over) over.append(bar)
  }).observe(root, { subtree: true, attributes: true, attributeFilter: ['open'] })

  // Restart

  var retryTimer
  /** Hides what a visitor left open, then reloads the page from the start address, so that nothing of it remains. */
  function restart() {
    clearTimeout(retryTimer)
    // Without the app no figures can be shown, but the page can be read.
    if (root.dataset.idle) root.dataset.kiosk = 'show'
    delete root.dataset.restartWarning
    try {
      // An overlay has a history entry of its own, and would go back when it is closed.
      history.replaceState(null, '', start)
    } catch (_refused) {}
    for (var open of document.querySelectorAll('dialog[open]')) open.close()
    for (var typed of document.querySelectorAll('dialog :is(input, textarea)')) typed.value = ''
    dispatchEvent(new Event('mingbai-forget-documents'))
    scrollTo(0, 0)
    if (!online) return reload()
    // If the page cannot be loaded, this one is better than the browser's error page.
    isReachable(start).then(function (reachable) {
      // In the meantime a new visitor may have begun to use the kiosk.
      if (reachable && (root.dataset.kiosk === 'show' || failed)) return reload()
      if (!reachable) dispatchEvent(new Event('mingbai-reset-choices'))
      retryLater()
    })
  }
  function reload() {
    location.replace(start)
    // In case the navigation fails.
    retryLater()
  }
  /** True if an address can be fetched. Reads the whole body: an open response would keep an old service worker active. */
  function isReachable(address) {
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
  function retryLater() {
    retryTimer = setTimeout(function () {
      if (root.dataset.kiosk === 'show') restart()
      else retryLater()
    }, MINUTE / 2)
  }
  addEventListener('mingbai-restart', restart)

  // Errors

  var failed
  /** Restarts after an error, with exponential backoff up to five minutes. */
  function fail() {
    if (failed) return
    failed = true
    // `window.name` survives a reload, even if storage is blocked.
    var failures = Number(window.name.replace('mingbai-', '')) || 0
    window.name = 'mingbai-' + (failures + 1)
    // Until then the page can be read.
    if (!root.dataset.idle) root.dataset.kiosk = 'use'
    setTimeout(restart, Math.min(5 * MINUTE, 2 * SECOND * Math.pow(2, failures)))
  }
  addEventListener(
    'error',
    function (event) {
      // "ResizeObserver loop completed with undelivered notifications" is harmless.
      if (/ResizeObserver/.test(event.message)) return
      if (event.target === window || event.target.tagName === 'SCRIPT') fail()
    },
    true,
  )
  addEventListener('unhandledrejection', fail)
  addEventListener('mingbai-load-failed', fail)
  setTimeout(function () {
    // The app sets `data-idle` once it and its kiosk chunk are loaded.
    if (!root.dataset.idle) fail()
  }, 20 * SECOND)
  setTimeout(function () {
    if (!failed) window.name = ''
  }, MINUTE)

  // Long-running operation: daily restart, updates, wake lock

  var isOutdated
  var minutesUnused = 0
  var workers = online && navigator.serviceWorker
  setTimeout(function () {
    isOutdated = true
  }, DAY)
  setInterval(function () {
    if (root.dataset.kiosk !== 'show' || failed) return
    if (isOutdated) return restart()
    if (!wakeLock) stayAwake()
    if (!workers) return
    // A new version is activated only while the kiosk is unused (offline.js then reloads the page).
    var checksForUpdate = ++minutesUnused % 10 === 0
    workers
      .getRegistration()
      .then(function (registration) {
        if (registration && registration.waiting) registration.waiting.postMessage('take')
        else if (registration && checksForUpdate) return registration.update()
      })
      // Without storage or network, the present version remains.
      .catch(function () {})
  }, MINUTE)
  if (workers) {
    workers.addEventListener('controllerchange', function (event) {
      // During use, offline.js must not reload the page. The next restart does.
      if (root.dataset.kiosk === 'use') event.stopImmediatePropagation()
      // Files requested before the worker was active are requested again, so that it caches them too.
      var requested = (root.dataset.fetchedFiles || '').split(' ').filter(Boolean)
      requested.forEach(isReachable)
    })
  }
  var wakeLock
  function stayAwake() {
    if (document.visibilityState !== 'visible' || !navigator.wakeLock) return
    // Without permission, the settings of the system decide (KIOSK.md).
    navigator.wakeLock.request('screen').then(
      function (sentinel) {
        wakeLock = sentinel
        wakeLock.addEventListener('release', function () {
          wakeLock = undefined
          stayAwake()
        })
      },
      function () {},
    )
  }
  document.addEventListener('visibilitychange', stayAwake)
  stayAwake()

  // Blocking ways out of the page

  function block(event) {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  addEventListener(
    'click',
    function (event) {
      // With a modifier key, a link opens a new window or tab.
      var hasModifier = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
      if (ignoresClicks || hasModifier || root.dataset.kiosk === 'show') return block(event)
      var control =
        event.target.closest &&
        event.target.closest('a, area, [data-download], [data-choice=share], [data-choice=theme]')
      if (!control) return
      if (control.matches('[data-download], [data-choice=share], [data-choice=theme]')) return block(event)
      // The app still handles the click: it changes the language without loading another page.
      if (!/^#/.test(control.getAttribute('href')) || control.hasAttribute('download')) event.preventDefault()
    },
    true,
  )
  for (var blockedEvent of [
    'contextmenu',
    'auxclick',
    'dragstart',
    'dragover',
    'drop',
    'selectstart',
    'copy',
    'cut',
    'gesturestart',
  ]) {
    addEventListener(blockedEvent, block, true)
  }
  // The app still reads what a form holds; the browser goes nowhere for it.
  addEventListener('submit', (event) => event.preventDefault(), true)
  for (var mouseEvent of ['mousedown', 'mouseup']) {
    addEventListener(
      mouseEvent,
      function (event) {
        // Mouse buttons for back and forward, among others.
        if (event.button > 0) block(event)
      },
      true,
    )
  }
  addEventListener(
    'wheel',
    function (event) {
      if (event.ctrlKey) block(event)
    },
    { capture: true, passive: false },
  )
  addEventListener(
    'keydown',
    function (event) {
      var isShortcut =
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        /^(F\d+|ContextMenu|Print.*|Browser.*|Launch.*)$/.test(event.key)
      if (isShortcut || root.dataset.kiosk === 'show') block(event)
    },
    true,
  )
  var viewportMeta = document.querySelector('meta[name=viewport]')
  if (viewportMeta) viewportMeta.content += ', maximum-scale=1, user-scalable=no'
  // Also no offer of the browser to translate the page.
  root.setAttribute('translate', 'no')
  var noTranslate = document.createElement('meta')
  noTranslate.name = 'google'
  noTranslate.content = 'notranslate'
  document.head.append(noTranslate)
})()
