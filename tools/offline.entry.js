// The service worker, which caches the site for use without a network. `mingbai site` writes the list of files with their
// hashes in front of it after every change. All files are fetched before any is used. A file that differs from the list
// (while a site is being uploaded) stops the installation: the version cached before stays complete.
import { clientsClaim, setCacheNameDetails } from 'workbox-core'
import { addPlugins, precacheAndRoute } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { NetworkFirst } from 'workbox-strategies'

// Not the library's own name: other pages of the same host delete caches of that name, also those of folders below their
// own.
setCacheNameDetails({ prefix: 'mingbai', precache: 'kept' })
// Cached files are found by their address alone: because of a host's `Vary` the browser would compare headers that differ.
addPlugins([{ cacheKeyWillBeUsed: async ({ request }) => request.url }])
// The query of an address is for the app: the file is the same.
precacheAndRoute(self.mingbaiFiles, { ignoreURLParametersMatching: [/./] })
// Other files that a kiosk requests, its settings (kiosk.txt) and the picture that they name, may change on the host at any
// time: the last version is cached.
const ofKiosk = ({ request, sameOrigin }) => sameOrigin && /[?&]mode=kiosk/.test(request.referrer)
registerRoute(ofKiosk, new NetworkFirst({ cacheName: 'mingbai-kiosk', networkTimeoutSeconds: 5 }))
// The page that is open during the first installation also works without a network from then on.
clientsClaim()
// A reader accepts the new version (public/offline.js).
addEventListener('message', ({ data }) => data === 'take' && self.skipWaiting())
