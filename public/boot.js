// Runs before anything is painted. It leads to the page of the language that is asked for, sets light or dark and the size
// of type, keeps a press on a button for the app until it is there, and says so where it cannot come.
;(function () {
  var root = document.documentElement
  var asked = new URLSearchParams(location.search)
  function remembered(key) {
    // In somebody's article it counts what that asks for; in a kiosk everybody is new.
    if (parent !== window || asked.has('mode')) return null
    try {
      return localStorage.getItem('mingbai.' + key)
    } catch (_blocked) {
      return null
    }
  }
  // The first page is for whoever comes without a wish: only there does it count what was chosen before.
  var first = root.lang === 'zh-CN'
  var lang = asked.get('lang') || (first && remembered('lang'))
  var other = document.querySelector('meta[name=mingbai-other]')
  if (other && (lang === 'zh' || lang === 'en') && root.lang.slice(0, 2) !== lang) {
    location.replace(other.content + location.search + location.hash)
  }

  var dark = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  var theme = asked.get('theme') || remembered('theme') || dark
  root.dataset.theme = theme === 'dark' ? 'dark' : 'light'
  root.dataset.text = (asked.get('text') || remembered('text')) === 'large' ? 'large' : 'usual'

  var pressed
  addEventListener(
    'click',
    function (event) {
      var button = event.target.closest && event.target.closest('button')
      if (!button || root.dataset.ready) return
      pressed = button
      // It is done once, when the app says that it is there.
      event.stopPropagation()
      // Whoever waits is not left without a word.
      setTimeout(failed, 8000)
    },
    true,
  )
  addEventListener('mingbai-ready', function () {
    // Somebody else's script may have failed, not ours.
    tell(false)
    if (pressed && pressed.isConnected) pressed.click()
  })

  function tell(missing) {
    if (missing) root.dataset.failed = ''
    else delete root.dataset.failed
    var sentence = document.getElementById('failed')
    if (sentence) sentence.hidden = !missing
  }
  function failed() {
    if (!root.dataset.ready) tell(true)
  }
  addEventListener('unhandledrejection', failed)
  // Of the app itself, which runs in the page: a picture or the chart bundle that does not come is heard elsewhere.
  addEventListener('error', failed)
  // The app asks for charts when one is near the screen, as near as here. Where one is, what it will ask for is on its way
  // before the app is.
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
        // Where the app was kept from the last time, it was faster.
        if (root.dataset.ready) return
        window.mingbaiFigures = fetch(app.href.replace(/js$/, 'figures.wasm'))
        // Who asks for it hears that it did not come; nobody else need.
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

  // Words first. What is far from the screen is not laid out before the first screen is there (`data-near`, in the style
  // sheet), then part by part, in idle time. It must be: screen readers do not come to what is not laid out. Whoever comes to
  // a place of the page, or back to one, must find it where it is: for them all is laid out at once.
  var entry = window.performance && performance.getEntriesByType && performance.getEntriesByType('navigation')[0]
  var begin = !location.hash && entry && entry.type === 'navigate'
  var idle = window.requestIdleCallback
  if (begin && idle) root.dataset.near = ''
  var turn = 0
  function layOut() {
    var mine = ++turn
    var parts = document.querySelectorAll('main > *')
    var at = 0
    idle(function next() {
      if (mine !== turn) return
      var part = parts[at++]
      if (part) {
        part.style.contentVisibility = 'visible'
        part.getBoundingClientRect()
      }
      // Behind the last one a browser has a turn to see how much room it takes.
      if (at < parts.length + 2) return idle(next)
      delete root.dataset.near
      parts.forEach(function (part) {
        part.style.contentVisibility = ''
      })
    })
  }

  // What the page is about, for the app.
  function fetchCarried() {
    var carried = document.getElementById('carried')
    if (!carried) return
    window.mingbaiCarried = fetch(carried.href, { priority: 'low' })
    window.mingbaiCarried.catch(function () {})
  }

  // What the app is made of is asked for once the words are painted; in an article once somebody sees the figure (frame.js).
  var modules = 'noModule' in document.createElement('script')
  if (modules) {
    window.mingbaiSeen = new Promise(function (seen) {
      var paints = window.PerformanceObserver
      // What nobody looks at is not painted; in a kiosk it is the app that says what is shown.
      if (document.hidden || asked.has('mode') || !paints || !(paints.supportedEntryTypes || []).includes('paint'))
        return seen()
      new paints(function (list) {
        if (list.getEntriesByName('first-contentful-paint')[0]) seen()
      }).observe({ type: 'paint', buffered: true })
      // Where a browser keeps it to itself.
      document.addEventListener('DOMContentLoaded', function () {
        setTimeout(seen, 1000)
      })
    })
  }
  function fetchApp() {
    document.querySelectorAll('link[rel=later]').forEach(function (link) {
      link.rel = link.as ? 'preload' : 'modulepreload'
    })
    fetchCarried()
    if (window.IntersectionObserver) fetchCharts()
  }

  // All of the page is here, and nothing waited for the app.
  document.addEventListener('readystatechange', function () {
    if (document.readyState !== 'interactive') return
    if (modules) window.mingbaiSeen.then(fetchApp)
    if (idle) layOut()
  })
  // All of it is to look otherwise: again what is on the screen comes first, or where the focus is.
  addEventListener('mingbai-changes', function () {
    if (!idle) return
    // All are looked at before any is touched: a browser would lay out the page for each.
    var far = [].filter.call(document.querySelectorAll('main > *'), function (part) {
      var box = part.getBoundingClientRect()
      return (box.bottom < 0 || box.top > innerHeight) && !part.contains(document.activeElement)
    })
    far.forEach(function (part) {
      part.dataset.far = ''
    })
    requestAnimationFrame(function () {
      setTimeout(function () {
        root.dataset.near = ''
        far.forEach(function (part) {
          delete part.dataset.far
        })
        layOut()
      })
    })
  })

  // Browsers too old for modules pass over the app without a word.
  if (typeof WebAssembly !== 'object' || !modules) addEventListener('DOMContentLoaded', failed)
})()
