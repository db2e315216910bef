// Loads kiosk mode (kiosk.js, kiosk.css) before the first paint, if the address asks for it. Only the report has a
// kiosk mode, and not in a frame. The name is part of the site's addresses, so it stays.
;(function () {
  var root = document.documentElement
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
