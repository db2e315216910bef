// What keeps the site for when there is no network: a service worker. The files, each with the hash of what it holds, are
// in front of it, written by `mingbai site` after every change of them. All come before any is used, and a file that is
// another than the list says (a site that is being uploaded) stops the whole: what was kept before stays whole.
import { clientsClaim, setCacheNameDetails } from 'workbox-core'
import { addPlugins, precacheAndRoute } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { NetworkFirst } from 'workbox-strategies'

// Not the name that the library gives: whatever else a host has on it clears away caches of that name, those of folders
// below its own too.
setCacheNameDetails({ prefix: 'mingbai', precache: 'kept' })
// What is kept is found by its address alone: a host's `Vary` would have the browser compare headers that differ.
addPlugins([{ cacheKeyWillBeUsed: async ({ request }) => request.url }])
// What an address says behind its `?` is for the app: the file is the same.
precacheAndRoute(self.mingbaiFiles, { ignoreURLParametersMatching: [/./] })
// What a kiosk asks for beside that, its settings (kiosk.txt) and the picture that they name, may be changed on the host at
// any time: what came last is kept.
const ofKiosk = ({ request, sameOrigin }) => sameOrigin && /[?&]mode=kiosk/.test(request.referrer)
registerRoute(ofKiosk, new NetworkFirst({ cacheName: 'mingbai-kiosk', networkTimeoutSeconds: 5 }))
// The page that is open when all is kept for the first time is read on without a network as well.
clientsClaim()
// A reader takes the new version (public/offline.js).
addEventListener('message', ({ data }) => data === 'take' && self.skipWaiting())
