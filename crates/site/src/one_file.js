// Before all else in kiosk.html: what the app fetches lies packed in the page. From a file nothing may be fetched, and
// nothing need be.
;(function () {
  window.mingbaiOneFile = true
  window.fetch = function (asked) {
    var name = String(asked.url || asked)
      .split(/[?#]/)[0]
      .split('/')
      .pop()
    var held = document.getElementById('file=' + name)
    if (!held) return Promise.reject(new TypeError(name + ' is not in this file'))
    return new Promise(function (found) {
      var packed = Uint8Array.from(atob(held.textContent), function (letter) {
        return letter.charCodeAt(0)
      })
      var whole = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
      found(new Response(whole, { headers: { 'content-type': held.dataset.kind } }))
    })
  }
  // It can be read in a browser that cannot unpack, and no loading again would help there.
  document.addEventListener('DOMContentLoaded', function () {
    var failed = document.getElementById('failed')
    if (window.DecompressionStream || !failed) return
    failed.textContent =
      '这个浏览器太旧，图不能动，其他都能读。请换 2023 年以后的浏览器。 This browser is too old for live charts; everything else can be read.'
  })
})()
