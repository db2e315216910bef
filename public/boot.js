// Runs before the first paint, inlined in every page. It redirects to the page of the requested language, sets theme
// and text size, requests the files of the app, holds back a click on a button until the app is ready, and shows a
// message if the app fails to load.
;(function () {
  var root = document.documentElement
  // The browser's translator overwrites `lang`.
  root.dataset.lang = root.lang
  var query = new URLSearchParams(location.search)
  function storedPreference(key) {
    // An embedded page takes its settings from the article alone; in a kiosk every visitor is new.
    if (parent !== window || query.has('mode')) return null
    try {
      return localStorage.getItem('mingbai.' + key)
    } catch (_blocked) {
      return null
    }
  }
  // Only the Chinese page is an entry without a choice of language, so only there does the stored language redirect.
  var first = root.lang === 'zh-CN'
  var lang = query.get('lang') || (first && storedPreference('lang'))
  var other = document.querySelector('meta[name=mingbai-other]')
  if (other && (lang === 'zh' || lang === 'en') && root.lang.slice(0, 2) !== lang) {
    location.replace(other.content + location.search + location.hash)
  }

  var dark = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  var theme = query.get('theme') || storedPreference('theme') || dark
  root.dataset.theme = theme === 'dark' ? 'dark' : 'light'
  root.dataset.text = (query.get('text') || storedPreference('text')) === 'large' ? 'large' : 'usual'

  var pressed
  addEventListener(
    'click',
    function (event) {
      var button = event.target.closest && event.target.closest('button')
      if (!button || root.dataset.ready) return
      pressed = button
      // The click is repeated once the app is ready, and must not act before.
      event.stopPropagation()
      // A reader who waits gets an answer in any case.
      setTimeout(failed, 8000)
    },
    true,
  )
  addEventListener('mingbai-ready', function () {
    // The app is there, so an error before must have come from a foreign script, such as an extension.
    setFailed(false)
    if (pressed && pressed.isConnected) pressed.click()
  })

  function setFailed(missing) {
    if (missing) root.dataset.failed = ''
    else delete root.dataset.failed
  }
  function failed() {
    if (!root.dataset.ready) setFailed(true)
  }
  addEventListener('unhandledrejection', failed)
  // Errors of scripts only. `error` events of elements do not bubble to the window, and chunks report their own
  // failures.
  addEventListener('error', failed)
  // The app requests charts when one comes within the same margin of the viewport. If one is there from the start, its
  // files are requested here already, before the app is loaded.
  function fetchCharts() {
    var app = document.querySelector('link[rel=modulepreload]')
    var charts = document.getElementById('charts')
    if (!app || !charts) return
    var near = new IntersectionObserver(
      function (entries) {
        if (
          !entries.some(function (entry) {
            return entry.isIntersecting
          })
        )
          return
        near.disconnect()
        // With a cached app, the app itself was faster.
        if (root.dataset.ready) return
        window.mingbaiFigures = fetch(app.href.replace(/js$/, 'figures.wasm'))
        // The app handles a failure when it reads the response; this only prevents `unhandledrejection`.
        window.mingbaiFigures.catch(function () {})
        window.mingbaiCharts = fetch(charts.src, { priority: 'low' })
        window.mingbaiCharts.catch(function () {})
      },
      { rootMargin: '600px' },
    )
    document.querySelectorAll('.chart').forEach(function (chart) {
      near.observe(chart)
    })
  }

  // The document, in a file that the app reads.
  function fetchDocument() {
    var carried = document.getElementById('carried')
    if (!carried) return
    window.mingbaiDocument = fetch(carried.href, { priority: 'low' })
    window.mingbaiDocument.catch(function () {})
  }

  // The app is requested after the first contentful paint; in a frame, once the figure is in the viewport (frame.js).
  var modules = 'noModule' in document.createElement('script')
  if (modules) {
    window.mingbaiAppMayLoad = new Promise(function (allow) {
      var Observer = window.PerformanceObserver
      // A hidden page is never painted, and a kiosk paints nothing before the app is there.
      if (document.hidden || query.has('mode') || !Observer || !(Observer.supportedEntryTypes || []).includes('paint'))
        return allow()
      new Observer(function (list) {
        if (list.getEntriesByName('first-contentful-paint')[0]) allow()
      }).observe({ type: 'paint', buffered: true })
      // For browsers that support paint timing but do not report it.
      document.addEventListener('DOMContentLoaded', function () {
        setTimeout(allow, 1000)
      })
    })
  }
  function fetchApp() {
    document.querySelectorAll('link[rel=later]').forEach(function (link) {
      link.rel = link.as ? 'preload' : 'modulepreload'
    })
    fetchDocument()
    if (window.IntersectionObserver) fetchCharts()
  }

  // The document is parsed; nothing of it waits for the app.
  document.addEventListener('readystatechange', function () {
    if (document.readyState !== 'interactive') return
    // The browser's translator must not move numbers to other words. (The app says the same of what it renders.)
    document.querySelectorAll('.amount').forEach(function (amount) {
      amount.translate = false
    })
    if (modules) window.mingbaiAppMayLoad.then(fetchApp)
  })
  // A policy of the host may stop the script that starts the app, and a host that rewrites pages may give it a type that
  // browsers ignore. Neither is an error of a script.
  addEventListener('securitypolicyviolation', function (event) {
    if (/^script/.test(event.effectiveDirective)) failed()
  })
  document.addEventListener('DOMContentLoaded', function () {
    if (!document.querySelector('script[type=module]')) failed()
  })
  // The page counts as failed until here. Browsers without modules or WebAssembly ignore the app without an error.
  if (window.WebAssembly && modules) setFailed(false)
})()
