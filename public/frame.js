// Runs on the page of a single figure. Where that stands in a frame, in somebody's article, it keeps to what the article
// wants of it, and tells how high it is, in the forms that receivers are known to expect.
;(function () {
  var root = document.documentElement
  if (parent === window) return
  // Until the figure is on the screen, the article has the reader's processor for itself: all can be read without the app.
  window.mingbaiSeen = new Promise(function (seen) {
    if (!window.IntersectionObserver) return seen()
    new IntersectionObserver(function (entries, observer) {
      if (
        !entries.some(function (entry) {
          return entry.isIntersecting
        })
      )
        return
      observer.disconnect()
      seen()
    }).observe(root)
  })
  // Until somebody reads here, nothing moves the article or takes the focus from it.
  root.dataset.framed = 'still'
  function read() {
    root.dataset.framed = ''
  }
  addEventListener('pointerdown', read, true)
  addEventListener('keydown', read, true)
  // pym.js names the frame in its address, and expects that name again.
  var name = new URLSearchParams(location.search).get('childId')
  var told, before, since
  var swings = 0
  function tell() {
    var height = Math.ceil(document.body.getBoundingClientRect().height)
    if (!height || height === told) return
    // A scrollbar that comes and goes with the height must not make both swing for ever: the larger stays.
    swings = height === before && Date.now() - since < 300 ? swings + 1 : 0
    if (swings > 4 && height < told) return
    before = told
    told = height
    since = Date.now()
    var heights = {}
    heights[root.dataset.sheet] = height
    // Whoever is around may know how high a figure is.
    parent.postMessage({ 'mingbai-height': heights }, '*')
    parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: height }, '*')
    if (name) parent.postMessage('pymxPYMx' + name + 'xPYMxheightxPYMx' + height, '*')
  }
  document.addEventListener('DOMContentLoaded', function () {
    // What belongs to the figure is at hand, but an article has no room for it.
    document.querySelectorAll('.part').forEach(function (part) {
      part.open = false
    })
    tell()
    addEventListener('resize', tell)
    if (window.ResizeObserver) new ResizeObserver(tell).observe(document.body)
  })
  // Another page does not take the figure's place in the article.
  addEventListener(
    'click',
    function (event) {
      var link = event.target.closest && event.target.closest('a[href]:not([data-choice])')
      if (link && link.pathname !== location.pathname) {
        link.target = '_blank'
        link.rel = 'noopener'
      }
    },
    true,
  )
})()
