// For whoever puts a figure into an article:
//
//   <script async src="…/embed.js"></script>
//   <mingbai-figure figure="change" lang="zh"></mingbai-figure>
//
// It makes the frame, and gives it the height that the figure tells. Frames that were pasted by themselves get theirs too.
;(function () {
  if (customElements.get('mingbai-figure')) return
  // What a host's own address begins with; a page that brings this file another way names the site in `src`.
  var here = document.currentScript && document.currentScript.src.replace(/[^/]*$/, '')
  // What is handed on to the figure's page.
  var asked = ['theme', 'text', 'unit', 'line']
  var made = []

  function address(element) {
    var root = element.getAttribute('src') || here
    var version = element.getAttribute('version')
    var lang = element.getAttribute('lang') || ''
    var query = new URLSearchParams()
    asked.forEach(function (key) {
      if (element.hasAttribute(key)) query.set(key, element.getAttribute(key))
    })
    var path =
      (version ? 'v/' + encodeURIComponent(version) + '/' : '') +
      (/^en\b/i.test(lang) ? 'en/' : '') +
      'figure/' +
      encodeURIComponent(element.getAttribute('figure')) +
      // Of a language that there is none of, the site's own page says so.
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
      static observedAttributes = ['src', 'figure', 'lang', 'version', 'view', 'title'].concat(asked)
      connectedCallback() {
        this.show()
      }
      attributeChangedCallback() {
        this.show()
      }
      show() {
        if (!this.isConnected || !this.hasAttribute('figure') || !(here || this.hasAttribute('src'))) return
        if (!this.frame) {
          // Aside of what the element holds for readers without scripts, and of the article's own styles.
          this.frame = this.attachShadow({ mode: 'open' }).appendChild(document.createElement('iframe'))
          this.frame.loading = 'lazy'
          this.frame.style.cssText = 'display:block;width:100%;border:0'
          this.frame.style.height = (parseInt(this.getAttribute('height'), 10) || 600) + 'px'
          this.style.display = 'block'
          made.push(this.frame)
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
    var pasted = [...document.querySelectorAll('iframe')].filter(function (frame) {
      return here && frame.src.startsWith(here)
    })
    made.concat(pasted).forEach(function (frame) {
      // Only what the figure itself says: not another frame, nor another page that came into this one. In a sandbox it has
      // no origin.
      var origin = frame.hasAttribute('sandbox') ? ['null', new URL(frame.src).origin] : [new URL(frame.src).origin]
      if (frame.contentWindow === event.source && origin.includes(event.origin))
        frame.style.height = Math.ceil(height) + 'px'
    })
  })
})()
