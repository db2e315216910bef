// The service worker, which caches the site for use without a network. `mingbai site` writes the list of files with their
// hashes in front of it after every change. All files are fetched before any is used. A file that differs from the list
// (while a site is being uploaded) stops the installation: the version cached before stays complete.
import { cacheNames, clientsClaim, setCacheNameDetails } from 'workbox-core'
import { addPlugins, precacheAndRoute } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { NetworkFirst } from 'workbox-strategies'

// Of all sites of the host.
const KIOSK = 'mingbai-kiosk'
// Not the library's own name: other pages of the same host delete caches of that name, also those of folders below their
// own.
setCacheNameDetails({ prefix: 'mingbai', precache: 'kept' })
// A site that was taken down is not shown from the cache for ever. This comes before the library's listeners: once one of
// them answers, no other is called.
addEventListener('fetch', (event) => {
  // That page looks at the host.
  if (/\/health\.html/.test(event.request.referrer)) event.stopImmediatePropagation()
  if (event.request.mode === 'navigate') event.waitUntil(leaveIfWithdrawn(event.resultingClientId))
})
// Files that another app shares with the installed site are held in memory, until the page asks for them once: nothing of
// them is cached or sent. A text without a file becomes one.
let shared = []
addEventListener('fetch', (event) => {
  const { method, url } = event.request
  if (method !== 'POST' || new URL(url).search !== '?shared') return
  event.stopImmediatePropagation()
  event.respondWith(
    event.request.formData().then((form) => {
      const text = form.getAll('text').join('\n')
      shared = form.getAll('file').filter((file) => file.size)
      if (!shared.length && text) shared = [new File([text], form.get('title') || 'text.txt')]
      return Response.redirect(url, 303)
    }),
  )
})
addEventListener('message', ({ data, ports }) => {
  if (data !== 'shared') return
  ports[0].postMessage(shared)
  shared = []
})
// Cached files are found by their address alone: because of a host's `Vary` the browser would compare headers that differ.
addPlugins([{ cacheKeyWillBeUsed: async ({ request }) => request.url }])
// If a file cannot be cached, the site works as before, but not offline. The owner of the host learns which file it was.
addPlugins([{ fetchDidFail: ({ request, event }) => event.type === 'install' && reportRefused(request.url) }])
// The query of an address is for the app: the file is the same.
precacheAndRoute(self.mingbaiFiles, { ignoreURLParametersMatching: [/./] })
// Other files that a kiosk requests, its settings (kiosk.txt) and the picture that they name, may change on the host at any
// time: the last version is cached.
const ofKiosk = ({ request, sameOrigin }) => sameOrigin && /[?&]mode=kiosk/.test(request.referrer)
registerRoute(ofKiosk, new NetworkFirst({ cacheName: KIOSK, networkTimeoutSeconds: 5 }))
// The page that is open during the first installation also works without a network from then on.
clientsClaim()
// From public/offline.js: a reader accepts the new version, or a page that stays open found no worker on the host.
addEventListener('message', (event) => {
  if (event.data === 'take') self.skipWaiting()
  if (event.data === 'look') event.waitUntil(leaveIfWithdrawn())
})

async function reportRefused(url) {
  const answer = await fetch(url, { cache: 'no-store' }).catch(() => undefined)
  const fault = !answer
    ? '没有取到 (no answer)'
    : answer.ok
      ? '和清单不符，可能在路上被改写了 (its content differs from the list of sw.js: it may have been rewritten on the way)'
      : `主机回答 (the host answered) ${answer.status}`
  // The console of a worker is one that few people look at, so the pages say it in theirs (public/offline.js).
  const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  for (const page of pages) page.postMessage({ refused: `${url}: ${fault}` })
}

// True for the answer of a host that no longer has this worker. A host that does not answer, or has an error, still has
// it.
function isWithdrawn(answer) {
  const isPage = answer.ok && /html/.test(answer.headers.get('Content-Type'))
  return answer.type === 'opaqueredirect' || answer.status === 404 || answer.status === 410 || isPage
}

// Removes this worker and what it cached if the host no longer has it. The page that was just opened from the cache, by
// the id of its client, is then requested from the host.
async function leaveIfWithdrawn(client) {
  const ask = (method) => fetch(self.location.href, { method, cache: 'no-store', redirect: 'manual' })
  try {
    // Not every host answers HEAD rightly.
    if (!isWithdrawn(await ask('HEAD')) || !isWithdrawn(await ask('GET'))) return
  } catch (_offline) {
    return
  }
  await registration.unregister()
  if (client) await reload(client)
  // Last, since a page that is still controlled would fill it again.
  await caches.delete(cacheNames.precache)
  if (await caches.has(KIOSK)) {
    const ofKiosks = await caches.open(KIOSK)
    for (const { url } of await ofKiosks.keys()) if (url.startsWith(registration.scope)) await ofKiosks.delete(url)
  }
}

// A navigation of a page that is still being loaded gets lost, so it is tried again until the page is another one.
async function reload(client) {
  for (let attempt = 0; attempt < 20; attempt++) {
    const page = await clients.get(client)
    if (!page) return
    page.navigate(page.url).catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
