// Runs on figure pages. It shows the compact form where the address asks for it. The rest does something only in a
// frame: an embedded figure never affects its host page. It reports its height in the formats of this site's embed.js,
// AMP and pym.js.
;(function () {
  var root = document.documentElement
  if (new URLSearchParams(location.search).has('compact')) {
    root.dataset.compact = ''
    // In an article's column the charts have pictures of their own until they are live.
    document.addEventListener('DOMContentLoaded', function () {
      document.querySelectorAll('.chart source').forEach(function (source) {
        source.media = '(min-width: 38rem)'
        source.srcset = source.srcset.replace(/\.(wide|middle)\./, '.compact.')
      })
    })
  }
  if (parent === window) return
  // The app is loaded only once the figure is in the viewport, so that the article loads first. It can be read without
  // the app.
  window.mingbaiAppMayLoad = new Promise(function (allow) {
    if (!window.IntersectionObserver) return allow()
    new IntersectionObserver(function (entries, observer) {
      if (
        !entries.some(function (entry) {
          return entry.isIntersecting
        })
      )
        return
      observer.disconnect()
      allow()
    }).observe(root)
  })
  // Until the reader interacts with the figure, it neither scrolls the article nor takes the focus.
  root.dataset.framed = 'untouched'
  function allowMovement() {
    root.dataset.framed = ''
  }
  addEventListener('pointerdown', allowMovement, true)
  addEventListener('keydown', allowMovement, true)
  // pym.js passes the frame's id in the address, and expects it in messages.
  var name = new URLSearchParams(location.search).get('childId')
  var sent, before, since
  var changes = 0
  function postHeight() {
    var height = Math.ceil(document.body.getBoundingClientRect().height)
    if (!height || height === sent) return
    // A scrollbar that appears and disappears with the height could make both oscillate: then the greater height
    // remains.
    changes = height === before && Date.now() - since < 300 ? changes + 1 : 0
    if (changes > 4 && height < sent) return
    before = sent
    sent = height
    since = Date.now()
    var heights = {}
    heights[root.dataset.sheet] = height
    // To any origin: the height is no secret.
    parent.postMessage({ 'mingbai-height': heights }, '*')
    parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: height }, '*')
    if (name) parent.postMessage('pymxPYMx' + name + 'xPYMxheightxPYMx' + height, '*')
  }
  // A script that came after the figure asks for the height.
  addEventListener('message', function (event) {
    if (!event.data || event.data['mingbai-ask'] !== 'height') return
    sent = undefined
    postHeight()
  })
  document.addEventListener('DOMContentLoaded', function () {
    // Terms and source lines are folded away, to take little height in the article.
    document.querySelectorAll('.part').forEach(function (part) {
      part.open = false
    })
    postHeight()
    addEventListener('resize', postHeight)
    if (window.ResizeObserver) new ResizeObserver(postHeight).observe(document.body)
  })
  // A link to another page opens in a new tab, so that the figure remains in the article. A sandboxed frame may not open
  // one. Then a page of this site replaces the figure; of others, which may refuse frames, the address is shown.
  addEventListener(
    'click',
    function (event) {
      var link = event.target.closest && event.target.closest('a[href]:not([data-choice]):not([download])')
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !/^http/.test(link.protocol)) return
      var isOtherPage = link.pathname !== location.pathname
      if (!isOtherPage && !link.target) return
      var opened = window.open(link.href, '_blank')
      if (opened) opened.opener = null
      else if (isOtherPage && link.hostname === location.hostname) return
      else {
        link.after(' ' + link.href + ' ')
        link.removeAttribute('href')
      }
      event.preventDefault()
    },
    true,
  )
})()
