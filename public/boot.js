// Runs before the app. It sets light or dark at once, so that nothing flashes, and says so where the app cannot start.
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
  var dark = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  var theme = asked.get('theme') || remembered('theme') || dark
  root.dataset.theme = theme === 'dark' ? 'dark' : 'light'
  root.dataset.text = (asked.get('text') || remembered('text')) === 'large' ? 'large' : 'usual'

  function failed() {
    if (root.dataset.ready) return
    var waiting = document.querySelector('#waiting [data-while=loading]')
    var sentence = document.querySelector('#waiting [data-while=failed]')
    if (waiting) waiting.hidden = true
    if (sentence) sentence.hidden = false
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
  if (typeof WebAssembly !== 'object') addEventListener('DOMContentLoaded', failed)
})()
