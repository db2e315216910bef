// The script for articles that embed a figure:
//
//   <script async src="…/embed.js"></script>
//   <mingbai-figure figure="change" lang="zh"></mingbai-figure>
//
// It creates the frame, and resizes it to the height that the figure reports. Plain `<iframe>`s of the same site are
// resized as well.
;(function () {
  if (customElements.get('mingbai-figure')) return
  // The folder of this script, which is the site's root. A page that bundles the script names the site in `src`
  // instead.
  var siteRoot = document.currentScript && document.currentScript.src.replace(/[^/]*$/, '')
  // Attributes that become parameters of the figure page.
  var passedOn = ['theme', 'text', 'unit', 'line', 'compact']
  var frames = []

  function address(element) {
    var root = element.getAttribute('src') || siteRoot
    var version = element.getAttribute('version')
    var lang = element.getAttribute('lang') || ''
    var query = new URLSearchParams()
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
    var url = new URL(path, new URL(root.replace(/\/?$/, '/'), document.baseURI))
    url.search = query
    if (element.hasAttribute('view')) {
      url.hash = 'figure=' + element.getAttribute('figure') + '&view=' + element.getAttribute('view')
    }
    return url.href
  }

  customElements.define(
    'mingbai-figure',
    class extends HTMLElement {
      static observedAttributes = ['src', 'figure', 'lang', 'version', 'view', 'title'].concat(passedOn)
      connectedCallback() {
        this.show()
      }
      attributeChangedCallback() {
        this.show()
      }
      show() {
        if (!this.isConnected || !this.hasAttribute('figure') || !(siteRoot || this.hasAttribute('src'))) return
        if (!this.frame) {
          // In a shadow root: the element's content is the fallback without scripts, and the article's styles must not
          // apply.
          this.frame = this.attachShadow({ mode: 'open' }).appendChild(document.createElement('iframe'))
          this.frame.loading = 'lazy'
          this.frame.style.cssText = 'display:block;width:100%;border:0'
          this.frame.style.height = (parseInt(this.getAttribute('height'), 10) || 600) + 'px'
          this.style.display = 'block'
          frames.push(this.frame)
        }
        this.frame.title = this.title || '明白账'
        var src = address(this)
        if (this.frame.src !== src) this.frame.src = src
      }
    },
  )

  addEventListener('message', function (event) {
    var heights = event.data && event.data['mingbai-height']
    var height = heights && Object.values(heights)[0]
    if (typeof height !== 'number' || !(height > 0 && height < 20000)) return
    var plainFrames = [...document.querySelectorAll('iframe')].filter(function (frame) {
      return siteRoot && frame.src.startsWith(siteRoot)
    })
    frames.concat(plainFrames).forEach(function (frame) {
      // Only the figure itself may set the height: not another frame, nor another page that was loaded into this one.
      // The origin of a sandboxed frame is `null`.
      var origin = frame.hasAttribute('sandbox') ? ['null', new URL(frame.src).origin] : [new URL(frame.src).origin]
      if (frame.contentWindow === event.source && origin.includes(event.origin))
        frame.style.height = Math.ceil(height) + 'px'
    })
  })
})()
