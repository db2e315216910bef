// The script for articles that embed a figure:
//
//   <script async src="…/embed.js"></script>
//   <mingbai-figure src="…/" figure="change" lang="zh"><a href="…">…</a></mingbai-figure>
//
// It creates the frame, and resizes it to the height that the figure reports. Plain `<iframe>`s of the same site are
// resized as well. An article may have figures of several sites, each with its own script: the attribute `src` names the
// site of an element; one without it belongs to the script that stands last before it.
;(function () {
  var ownScript = document.currentScript
  // The folder of this script, which is the site's root. A page that bundles the script names the site in `src`
  // instead.
  var ownSite = ownScript && folderOf(ownScript.src)
  // Attributes that become parameters of the figure page.
  var passedOn = ['theme', 'text', 'unit', 'line', 'compact']
  // How long a figure in sight may take to report its height, in milliseconds.
  var PATIENCE = 12000
  var elements = []

  function folderOf(address) {
    return address.replace(/[^/]*$/, '')
  }

  // The site of an element without `src`. Scripts may run in any order, so their places in the article decide.
  function siteBefore(element) {
    var site
    document.querySelectorAll('script[src*="embed.js"]').forEach(function (script) {
      var isBefore = script.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING
      if (isBefore && /\/embed\.js([?#]|$)/.test(script.src)) site = folderOf(script.src.replace(/[?#].*/, ''))
    })
    return site || ownSite
  }

  function siteOf(element) {
    return element.getAttribute('src') || siteBefore(element)
  }

  // A figure is dark only in an article that can be: one that says nothing of its colours is light.
  function themeOf(element) {
    var schemes = getComputedStyle(element).colorScheme || ''
    var isLight = !/\bdark\b/.test(schemes)
    return isLight ? 'light' : /\blight\b/.test(schemes) ? null : 'dark'
  }

  function address(element) {
    var version = element.getAttribute('version')
    var lang = element.getAttribute('lang') || ''
    var query = new URLSearchParams()
    var theme = element.hasAttribute('theme') ? null : themeOf(element)
    if (theme) query.set('theme', theme)
    passedOn.forEach(function (key) {
      if (element.hasAttribute(key)) query.set(key, element.getAttribute(key))
    })
    var path =
      (version ? 'v/' + encodeURIComponent(version) + '/' : '') +
      (/^en\b/i.test(lang) ? 'en/' : '') +
      'figure/' +
      encodeURIComponent(element.getAttribute('figure')) +
      // For a language that does not exist, this leads to the site's page for missing pages.
      (/^(zh|en)\b|^$/i.test(lang) ? '' : '.' + encodeURIComponent(lang)) +
      '.html'
    var url = new URL(path, new URL(siteOf(element).replace(/\/?$/, '/'), document.baseURI))
    url.search = query
    if (element.hasAttribute('view')) {
      url.hash = 'figure=' + element.getAttribute('figure') + '&view=' + element.getAttribute('view')
    }
    return url.href
  }

  function ask(frame) {
    // To any origin: the question is no secret, and the answer is checked.
    if (frame.contentWindow) frame.contentWindow.postMessage({ 'mingbai-ask': 'height' }, '*')
  }

  function define() {
    customElements.define(
      'mingbai-figure',
      class extends HTMLElement {
        // A field of a class would stop browsers of 2020.
        static get observedAttributes() {
          return ['src', 'figure', 'lang', 'version', 'view', 'title'].concat(passedOn)
        }
        connectedCallback() {
          show(this)
        }
        attributeChangedCallback() {
          show(this)
        }
      },
    )
  }

  function show(element) {
    var root, src
    if (!element.isConnected || !element.hasAttribute('figure') || !siteOf(element)) return
    if (!element.frame) {
      // In a shadow root: the element's content is the fallback without scripts, and the article's styles must not
      // apply.
      root = element.attachShadow({ mode: 'open' })
      element.frame = root.appendChild(document.createElement('iframe'))
      element.fallback = root.appendChild(document.createElement('slot'))
      // For an element without content.
      element.link = element.fallback.appendChild(document.createElement('a'))
      element.fallback.hidden = true
      element.frame.loading = 'lazy'
      element.frame.style.cssText = 'display:block;width:100%;border:0'
      element.frame.style.height = (parseInt(element.getAttribute('height'), 10) || 600) + 'px'
      element.style.display = 'block'
      elements.push(element)
      element.frame.addEventListener('load', function () {
        ask(element.frame)
      })
    }
    element.frame.title = element.link.textContent = element.title || '明白账'
    src = address(element)
    if (element.frame.src === src) return
    element.frame.src = element.link.href = src
    showFrame(element, true)
    expectAnswer(element)
  }

  // Where a host refuses its frame, or does not answer, the link is shown: some time after the reader has come to it.
  function expectAnswer(element) {
    if (element.observer) element.observer.disconnect()
    element.observer = new IntersectionObserver(function (entries) {
      if (!entries[entries.length - 1].isIntersecting) return
      element.observer.disconnect()
      element.patience = setTimeout(function () {
        showFrame(element, false)
      }, PATIENCE)
    })
    element.observer.observe(element)
  }

  // The frame; or the link that the element contains.
  function showFrame(element, isThere) {
    clearTimeout(element.patience)
    element.frame.style.display = isThere ? 'block' : 'none'
    element.fallback.hidden = isThere
  }

  function heightIn(event) {
    var heights = (event.data && event.data['mingbai-height']) || {}
    var height = heights[Object.keys(heights)[0]]
    return typeof height === 'number' && height > 0 && height < 20000 ? Math.ceil(height) + 'px' : null
  }

  // Only the figure itself may set the height: not another frame, nor another page that was loaded into this one. The
  // origin of a sandboxed frame is `null`.
  function isFrom(event, frame) {
    var origin = new URL(frame.src).origin
    var isOwn = event.origin === origin || (frame.hasAttribute('sandbox') && event.origin === 'null')
    return frame.contentWindow === event.source && isOwn
  }

  function plainFrames() {
    return Array.from(document.querySelectorAll('iframe')).filter(function (frame) {
      return ownSite && frame.src.indexOf(ownSite) === 0
    })
  }

  addEventListener('message', function (event) {
    var height = heightIn(event)
    if (!height) return
    elements.forEach(function (element) {
      if (!isFrom(event, element.frame)) return
      if (element.observer) element.observer.disconnect()
      showFrame(element, true)
      element.frame.style.height = height
    })
    plainFrames().forEach(function (frame) {
      if (isFrom(event, frame)) frame.style.height = height
    })
  })

  // Another site's script may have defined the element already; it then serves this site's elements, too.
  if (!customElements.get('mingbai-figure')) define()
  // A figure that was there before this script has reported its height to nobody.
  function askAll() {
    plainFrames().forEach(ask)
  }
  askAll()
  document.addEventListener('DOMContentLoaded', askAll)
})()
