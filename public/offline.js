// Registers the service worker (sw.js), which caches the site for offline use, and offers a new version once it is
// fully cached. The app loads this script after it started, but not in a frame. Texts and styles of the offer are in
// this file, since they are rarely needed.
;(function () {
  var workers = navigator.serviceWorker
  var root = new URL('.', document.currentScript.src).href
  if (!workers || parent !== window || !/^http/.test(location.protocol)) return

  /** True if this site's own worker controls the page. The host may have another worker for all of its pages. */
  function isControlled() {
    return !!workers.controller && workers.controller.scriptURL === root + 'sw.js'
  }
  // With data saving on, nothing is cached ahead of need: the site is about a megabyte.
  if (navigator.connection && navigator.connection.saveData && !isControlled()) return

  var HOUR = 3600000
  var WORDS = {
    zh: { offer: '本站已更新。', reload: '现在刷新', later: '以后' },
    en: { offer: 'This site has been updated.', reload: 'Reload now', later: 'Later' },
  }
  var STYLE =
    '.update{position:fixed;z-index:20;right:.75rem;bottom:.75rem;max-width:calc(100% - 1.5rem);margin:0;' +
    'padding:.375rem .5rem .375rem 1rem;display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem;' +
    'background:var(--card);border:1px solid var(--rule);border-left:4px solid var(--teal);box-shadow:var(--shadow)}' +
    '.update:empty{display:none}.update button{min-height:2.75rem;padding:0 1rem;cursor:pointer;' +
    'border:1px solid var(--teal);border-radius:2rem;background:none;color:var(--teal)}' +
    '.update [data-update=reload]{background:var(--teal);color:var(--card)}@media print{.update{display:none}}'
  var wasControlled = isControlled()
  var lastCheck = Date.now()
  var registration, notice

  /** A new version waits until all pages of the old one are closed, or until the reader accepts it here. */
  function offerUpdate() {
    var style
    if (!registration.waiting || !isControlled()) return
    if (!notice) {
      style = document.createElement('style')
      style.textContent = STYLE
      document.head.appendChild(style)
      notice = document.createElement('p')
      notice.className = 'update'
      // A live region, so that screen readers announce the text that is added later.
      notice.setAttribute('role', 'status')
      document.body.appendChild(notice)
      new MutationObserver(renderNotice).observe(document.documentElement, { attributeFilter: ['lang'] })
    }
    notice.dataset.updateOffered = ''
    setTimeout(renderNotice)
  }
  /** Renders the notice in the page's language, again whenever that changes. */
  function renderNotice() {
    notice.textContent = ''
    if (!('updateOffered' in notice.dataset)) return
    var words = WORDS[document.documentElement.lang.slice(0, 2)] || WORDS.zh
    var button
    notice.appendChild(document.createElement('span')).textContent = words.offer
    for (var choice of ['reload', 'later']) {
      button = notice.appendChild(document.createElement('button'))
      button.type = 'button'
      button.textContent = words[choice]
      button.dataset.update = choice
      button.addEventListener('click', onChoice)
    }
  }
  function onChoice(event) {
    delete notice.dataset.updateOffered
    renderNotice()
    if (event.target.dataset.update === 'reload' && registration.waiting) registration.waiting.postMessage('take')
  }
  /** Checks for a new version on pages that stay open, since browsers check only on navigation. */
  function checkForUpdate() {
    if (document.visibilityState !== 'visible' || Date.now() - lastCheck < HOUR) return
    lastCheck = Date.now()
    // Without a network, or because the site was taken down: the worker finds out.
    registration.update().catch(function () {
      if (registration.active) registration.active.postMessage('look')
    })
  }

  workers.addEventListener('controllerchange', function () {
    // A running page must not mix two versions. On the first installation there is no other version.
    if (wasControlled) location.reload()
    wasControlled = isControlled()
  })

  workers.addEventListener('message', function (event) {
    if (event.data.refused) {
      console.warn('明白账：网站没有为断网保存 (the site is not kept for use offline): ' + event.data.refused)
    }
  })

  // What the system hands to the installed site, opened with it or shared by another app, is as if it were dropped.
  function openFiles(files) {
    if (!files.length) return
    var dropped = new DataTransfer()
    for (var file of files) dropped.items.add(file)
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }))
  }
  if (window.launchQueue) {
    window.launchQueue.setConsumer(function (launch) {
      var files = launch.files.map(function (handle) {
        return handle.getFile()
      })
      Promise.all(files).then(openFiles)
    })
  }
  var channel = new MessageChannel()
  if (location.search === '?shared' && isControlled()) {
    channel.port1.onmessage = function (event) {
      openFiles(event.data)
    }
    workers.controller.postMessage('shared', [channel.port2])
  }

  // Caching starts late, so that it does not compete with the first screen, its charts and first interactions.
  setTimeout(function () {
    workers.register(root + 'sw.js', { scope: root, updateViaCache: 'none' }).then(
      function (result) {
        registration = result
        offerUpdate()
        registration.addEventListener('updatefound', function () {
          var worker = registration.installing
          worker.addEventListener('statechange', function () {
            if (worker.state === 'installed') offerUpdate()
          })
        })
        document.addEventListener('visibilitychange', checkForUpdate)
        setInterval(checkForUpdate, HOUR / 4)
      },
      // Without permission to store anything, the page works as before.
      function () {},
    )
  }, 3000)
})()
