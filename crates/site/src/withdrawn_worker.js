// The service worker of a site that was withdrawn (`mingbai withdraw`). It takes the place of the site's own worker in the
// browsers of readers, removes what that one cached, and itself. Open pages are requested from the host again.
addEventListener('install', () => self.skipWaiting())
addEventListener('activate', (event) => event.waitUntil(clean()))
async function clean() {
  const { scope } = registration
  for (const name of await caches.keys()) {
    // Caches of other sites of the host are not touched: a name ends with its scope, or the cache is of all kiosks.
    if (name.startsWith('mingbai-') && name.endsWith(scope)) await caches.delete(name)
  }
  if (await caches.has('mingbai-kiosk')) {
    const kiosk = await caches.open('mingbai-kiosk')
    for (const { url } of await kiosk.keys()) if (url.startsWith(scope)) await kiosk.delete(url)
  }
  await clients.claim()
  const pages = await clients.matchAll({ type: 'window' })
  await registration.unregister()
  for (const page of pages) page.navigate(page.url).catch(() => {})
}
