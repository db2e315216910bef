// How much an embedded figure lowers an article's Lighthouse score: the article alone, and with the frame that the
// share dialog gives, at several depths. Browsers fetch lazy frames before they are on the screen.
import { createServer } from 'node:http'
import { examine } from './lighthouse.mjs'

const WORDS = '这是一篇文章里的一段话，说的是别的事情，读者要读一会儿才会看到图。'
/** Numbers of paragraphs before the figure; some ten of them fill a phone's screen. */
const DEPTHS = { 'below the fold': 12, 'three screens down': 30, 'ten screens down': 100 }

const paragraphs = (count) => `<p>${WORDS.repeat(3)}</p>`.repeat(count)

/** An article with `code` after `before` paragraphs. */
const article = (before, code) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>文章</title>` +
  `<meta name="description" content="一篇文章"><link rel="icon" href="data:,">` +
  `<meta name="viewport" content="width=device-width, initial-scale=1">` +
  `<style>body{max-width:40rem;margin:1rem auto;padding:0 1rem;font:1rem/1.7 sans-serif}</style></head>` +
  `<body><h1>文章</h1>${paragraphs(before)}${code}${paragraphs(20)}</body></html>`

/** Lighthouse's performance score of each article, and the audits that lowered it. */
export async function articles(site, times) {
  const frame = `<iframe src="${site}figure/change.html" title="比去年变了多少" width="100%" height="1100" style="border:0" loading="lazy"></iframe>`
  const pages = { '/alone': article(100, '') }
  for (const before of Object.values(DEPTHS)) pages[`/${before}`] = article(before, frame)
  const host = createServer((request, response) => {
    const html = pages[request.url]
    response.writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
    response.end(html)
  })
  await new Promise((listening) => host.listen(0, '127.0.0.1', listening))
  const examined = async (path) => {
    const { scores, tbt, lcp } = await examine(`http://127.0.0.1:${host.address().port}${path}`, times)
    return { score: scores.performance, tbt, lcp }
  }
  try {
    const found = { alone: await examined('/alone') }
    for (const [name, before] of Object.entries(DEPTHS)) found[name] = await examined(`/${before}`)
    return found
  } finally {
    host.close()
    host.closeAllConnections()
  }
}
