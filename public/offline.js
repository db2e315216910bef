// Keeps the site for when there is no network, by sw.js, and offers a new version once all of it is there. The app asks for
// this where it is alive, and never in somebody's article.
;(function () {
  var workers = navigator.serviceWorker
  var root = new URL('.', document.currentScript.src).href
  // Whoever saves data reads what there is, without a megabyte that may never be needed.
  var saves = navigator.connection && navigator.connection.saveData
  if (!workers || parent !== window || !/^http/.test(location.protocol) || (saves && !workers.controller)) return

  var HOUR = 3600000
  var known = workers.controller
  var asked = Date.now()
  var kept

  /** A new version that is whole waits until all pages of the old one are left, or until somebody takes it. */
  function offer() {
    if (kept.waiting && workers.controller) document.documentElement.dataset.update = ''
  }
  function forget() {
    delete document.documentElement.dataset.update
  }
  /** A page that stays open asks for itself. */
  function ask() {
    if (document.visibilityState !== 'visible' || Date.now() - asked < HOUR) return
    asked = Date.now()
    kept.update().catch(function () {})
  }

  workers.addEventListener('controllerchange', function () {
    // Pages of two versions never stand side by side. The first time there was no other.
    if (known) location.reload()
    known = true
  })
  document.addEventListener('click', function (event) {
    var pressed = event.target.closest && event.target.closest('[data-update-then]')
    if (!pressed) return
    forget()
    if (pressed.dataset.updateThen === 'take' && kept.waiting) kept.waiting.postMessage('take')
  })

  // The first screen, its charts and whatever the reader does first come first.
  setTimeout(function () {
    workers.register(root + 'sw.js', { scope: root, updateViaCache: 'none' }).then(
      function (registration) {
        kept = registration
        offer()
        kept.addEventListener('updatefound', function () {
          var coming = kept.installing
          coming.addEventListener('statechange', function () {
            if (coming.state === 'installed') offer()
          })
        })
        document.addEventListener('visibilitychange', ask)
        setInterval(ask, HOUR / 4)
      },
      // Where it may not be kept, the page is what it is without.
      function () {},
    )
  }, 3000)
})()
