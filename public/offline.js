// Keeps the site for when there is no network, by sw.js, and offers a new version once all of it is there. The app asks for
// this where it is alive, and never in somebody's article. Its few words and looks are its own: no page carries them for
// the rare day on which they are needed.
;(function () {
  var workers = navigator.serviceWorker
  var root = new URL('.', document.currentScript.src).href
  if (!workers || parent !== window || !/^http/.test(location.protocol)) return

  /** True where this site's own worker answers for the page; a host may have another for all of its pages. */
  function answered() {
    return !!workers.controller && workers.controller.scriptURL === root + 'sw.js'
  }
  // Whoever saves data reads what there is, without a megabyte that may never be needed.
  if (navigator.connection && navigator.connection.saveData && !answered()) return

  var HOUR = 3600000
  var WORDS = {
    zh: { told: '本站已更新。', take: '现在刷新', wait: '以后' },
    en: { told: 'This site has been updated.', take: 'Reload now', wait: 'Later' },
  }
  var STYLE =
    '.update{position:fixed;z-index:20;right:.75rem;bottom:.75rem;max-width:calc(100% - 1.5rem);margin:0;' +
    'padding:.375rem .5rem .375rem 1rem;display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem;' +
    'background:var(--card);border:1px solid var(--rule);border-left:4px solid var(--teal);box-shadow:var(--shadow)}' +
    '.update:empty{display:none}.update button{min-height:2.75rem;padding:0 1rem;cursor:pointer;' +
    'border:1px solid var(--teal);border-radius:2rem;background:none;color:var(--teal)}' +
    '.update [data-update=take]{background:var(--teal);color:var(--card)}@media print{.update{display:none}}'
  var known = answered()
  var asked = Date.now()
  var kept, line

  /** A new version that is whole waits until all pages of the old one are left, or until somebody takes it. */
  function offer() {
    var style
    if (!kept.waiting || !answered()) return
    if (!line) {
      style = document.createElement('style')
      style.textContent = STYLE
      document.head.appendChild(style)
      line = document.createElement('p')
      line.className = 'update'
      // What comes into it later is read out.
      line.setAttribute('role', 'status')
      document.body.appendChild(line)
      new MutationObserver(write).observe(document.documentElement, { attributeFilter: ['lang'] })
    }
    line.dataset.told = ''
    setTimeout(write)
  }
  /** In the page's language, which may change. */
  function write() {
    line.textContent = ''
    if (!('told' in line.dataset)) return
    var words = WORDS[document.documentElement.lang.slice(0, 2)] || WORDS.zh
    var button
    line.appendChild(document.createElement('span')).textContent = words.told
    for (var then of ['take', 'wait']) {
      button = line.appendChild(document.createElement('button'))
      button.type = 'button'
      button.textContent = words[then]
      button.dataset.update = then
      button.addEventListener('click', decided)
    }
  }
  function decided(event) {
    delete line.dataset.told
    write()
    if (event.target.dataset.update === 'take' && kept.waiting) kept.waiting.postMessage('take')
  }
  /** A page that stays open asks for itself. */
  function ask() {
    if (document.visibilityState !== 'visible' || Date.now() - asked < HOUR) return
    asked = Date.now()
    kept.update().catch(function () {})
  }

  workers.addEventListener('controllerchange', function () {
    // A page that is alive does not go on beside another version. The first time there was no other.
    if (known) location.reload()
    known = answered()
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
