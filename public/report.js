// Runs after boot.js, inlined in the report only: mends an address without its slash, defers the layout of what is off
// screen, and loads the kiosk mode (kiosk.js, kiosk.css) before the first paint.
;(function () {
  var root = document.documentElement
  // Some hosts answer the address of a folder without its slash, from which relative addresses lead to the folder above.
  if (/^http/.test(location.protocol) && /\/(?!index$)[^/.]+$/.test(location.pathname)) {
    history.replaceState(null, '', location.pathname + '/' + location.search + location.hash)
  }

  // Off-screen parts are not laid out before the first screen (`data-defers-layout`, in report.css), then one by one when the
  // browser is idle: screen readers do not reach what is never laid out. A page that is opened at a place in it,
  // reloaded or returned to is laid out at once, so that the place is where it should be.
  var entry = window.PerformanceNavigationTiming && performance.getEntriesByType('navigation')[0]
  var isNewVisit = !location.hash && entry && entry.type === 'navigate'
  var idle = window.requestIdleCallback
  if (isNewVisit && idle) root.dataset.defersLayout = ''
  var latestRun = 0
  function layOutStepwise() {
    var run = ++latestRun
    var parts = document.querySelectorAll('main > *')
    var at = 0
    idle(function next() {
      if (run !== latestRun) return
      var part = parts[at++]
      if (part) {
        part.style.contentVisibility = 'visible'
        part.getBoundingClientRect()
      }
      // After the last part, browsers need another frame to record its size.
      if (at < parts.length + 2) return idle(next)
      delete root.dataset.defersLayout
      parts.forEach(function (part) {
        part.style.contentVisibility = ''
      })
    })
  }
  document.addEventListener('readystatechange', function () {
    if (document.readyState === 'interactive' && idle) layOutStepwise()
  })
  // Theme, language and unit changes update the viewport and the focused part first; off-screen parts wait until idle.
  addEventListener('mingbai-before-update', function () {
    if (!idle) return
    // Read all positions before any write, so that layout is computed only once.
    var far = [].filter.call(document.querySelectorAll('main > *'), function (part) {
      var box = part.getBoundingClientRect()
      return (box.bottom < 0 || box.top > innerHeight) && !part.contains(document.activeElement)
    })
    far.forEach(function (part) {
      part.dataset.offScreen = ''
    })
    requestAnimationFrame(function () {
      setTimeout(function () {
        root.dataset.defersLayout = ''
        far.forEach(function (part) {
          delete part.dataset.offScreen
        })
        layOutStepwise()
      })
    })
  })

  // The kiosk mode, if the address asks for it and the page is not in a frame.
  if (parent !== window || new URLSearchParams(location.search).get('mode') !== 'kiosk') return
  root.dataset.mode = 'kiosk'
  // With this the page is empty until the app shows a figure.
  root.dataset.kiosk = 'show'
  if (!/[?&]text=/.test(location.search)) root.dataset.text = 'large'
  // The one-file explorer contains both files already.
  if (window.mingbaiOneFile) return
  // Both are in the folder of the icon.
  var folder = document.querySelector('link[rel=icon]').href.replace(/[^/]*$/, '')
  var style = document.createElement('link')
  style.rel = 'stylesheet'
  style.href = folder + 'kiosk.css'
  style.setAttribute('blocking', 'render')
  var script = document.createElement('script')
  script.src = folder + 'kiosk.js'
  style.onerror = script.onerror = function () {
    delete root.dataset.kiosk
    // Reloads only once the server answers: a kiosk cannot leave the browser's own error page.
    setInterval(function () {
      fetch(location.href, { cache: 'no-store' }).then(
        function (answer) {
          if (answer.ok) location.reload()
        },
        function () {},
      )
    }, 10000)
  }
  document.head.append(style, script)
})()
