// Before all else in kiosk.html: what the app fetches lies packed in the page. From a file nothing may be fetched, and
// nothing need be.
;(function () {
  window.fetch = function (asked) {
    var name = String(asked.url || asked).split(/[?#]/)[0].split('/').pop()
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
  // The app makes the chart bundle live by its address.
  window.mingbaiCharts = new Promise(function (read) {
    document.addEventListener('DOMContentLoaded', read)
  })
    .then(function () {
      return fetch(document.getElementById('charts').dataset.file)
    })
    .then(function (answer) {
      return answer.blob()
    })
    .then(function (bundle) {
      document.getElementById('charts').src = URL.createObjectURL(bundle)
    })
    // Where it cannot be unpacked, the pictures stay, and the app says so.
    .catch(function () {})
})()
