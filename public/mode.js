// Where the address asks for a kiosk, what makes the page one comes before anything is seen (kiosk.js, kiosk.css). Only the
// whole page can be one, and not in somebody's article.
;(function () {
  var root = document.documentElement
  if (parent !== window || new URLSearchParams(location.search).get('mode') !== 'kiosk') return
  root.dataset.mode = 'kiosk'
  // Until there is a figure to show, nothing is shown.
  root.dataset.kiosk = 'show'
  if (!/[?&]text=/.test(location.search)) root.dataset.text = 'large'
  // In the page that is one file both stand behind this.
  if (window.mingbaiAlone) return
  // It lies where the icon does.
  var folder = document.querySelector('link[rel=icon]').href.replace(/[^/]*$/, '')
  var style = document.createElement('link')
  style.rel = 'stylesheet'
  style.href = folder + 'kiosk.css'
  style.setAttribute('blocking', 'render')
  var script = document.createElement('script')
  script.src = folder + 'kiosk.js'
  style.onerror = script.onerror = function () {
    delete root.dataset.kiosk
    // Not before there is something to load: what browsers say instead leads nowhere.
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
