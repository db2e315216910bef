// Runs before anything is painted. It leads to the page of the language that is asked for, sets light or dark and the size
// of type, keeps a press on a button for the app until it is there, and says so where it cannot come.
(function () {
  var root = document.documentElement
  var asked = new URLSearchParams(location.search)
  function remembered(key) {
    try {
      return localStorage.getItem('mingbai.' + key)
    } catch (blocked) {
      return null
    }
  }
  // The first page is for whoever comes without a wish: only there does it count what was chosen before.
  var first = root.lang === 'zh-CN'
  var lang = asked.get('lang') || (first && remembered('lang'))
  var other = document.querySelector('meta[name=mingbai-other]')
  if (other && (lang === 'zh' || lang === 'en') && root.lang.slice(0, 2) !== lang) {
    location.replace(other.content + location.search + location.hash)
  }

  var dark = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  var theme = asked.get('theme') || remembered('theme') || dark
  root.dataset.theme = theme === 'dark' ? 'dark' : 'light'
  root.dataset.text = (asked.get('text') || remembered('text')) === 'large' ? 'large' : 'usual'

  var pressed
  addEventListener(
    'click',
    function (event) {
      var button = event.target.closest && event.target.closest('button')
      if (button && !root.dataset.ready) pressed = button
    },
    true,
  )
  addEventListener('mingbai-ready', function () {
    // Somebody else's script may have failed, not ours.
    tell(false)
    if (pressed && pressed.isConnected) pressed.click()
  })

  function tell(missing) {
    if (missing) root.dataset.failed = ''
    else delete root.dataset.failed
    var sentence = document.getElementById('failed')
    if (sentence) sentence.hidden = !missing
  }
  function failed() {
    if (!root.dataset.ready) tell(true)
  }
  addEventListener('unhandledrejection', failed)
  addEventListener(
    'error',
    function (event) {
      // A picture or the chart bundle that does not come is no reason to give up.
      var at = event.target
      if (at === window || (at && at.tagName === 'SCRIPT' && at.type === 'module')) failed()
    },
    true,
  )
  // Browsers too old for modules pass over the app without a word.
  var modules = 'noModule' in document.createElement('script')
  if (typeof WebAssembly !== 'object' || !modules) addEventListener('DOMContentLoaded', failed)
})()
