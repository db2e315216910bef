// Runs on health.html: requests the files of the site as readers do, and tells its owner what the host does wrong.
;(async () => {
  const isChinese = /^zh/i.test(new URLSearchParams(location.search).get('lang') || navigator.language)
  const DAY = 86400
  const TYPES = {
    html: /^text\/html/,
    js: /^(text|application)\/javascript/,
    wasm: /^application\/wasm$/,
    svg: /^image\/svg\+xml/,
    css: /^text\/css/,
    json: /json/,
    webmanifest: /json/,
    csv: /^text\/csv/,
    txt: /^text\/plain/,
    xml: /xml/,
  }
  // Each check: what is asked, what it means where the host does it wrong, and how grave that is.
  const WORDS = {
    list: {
      zh: [
        'sw.js 列出的文件',
        '没有读到清单：sw.js 没有放上去，或者被改写了。断网时网站打不开，下面只查得了几个文件。',
      ],
      en: [
        'The list of files in sw.js',
        'There is no list: sw.js was not uploaded, or was rewritten. The site does not work offline, and only some files are looked at here.',
      ],
    },
    whole: {
      zh: [
        '每个文件都和建好的一样',
        '缺的要传上去。不一样的在路上被改写了（压缩网页、插入脚本、“优化”、转码），要在主机或 CDN 里关掉；网页被改写，脚本就不运行。',
      ],
      en: [
        'Each file is as it was built',
        'Upload what is missing. What differs was rewritten on the way (minified, a script put in, “optimised”): turn that off at the host or CDN. Scripts of a rewritten page do not run.',
      ],
    },
    types: {
      zh: ['文件类型（Content-Type）', '类型不对，浏览器会拒绝脚本和图片。'],
      en: ['Media types (Content-Type)', 'With a wrong type browsers refuse scripts and pictures.'],
    },
    wasm: {
      zh: ['.wasm 的类型是 application/wasm', '能用，但程序启动变慢。'],
      en: ['The type of .wasm is application/wasm', 'It works, but the app starts later.'],
    },
    packed: {
      zh: ['压缩（Content-Encoding）', '没有压缩，读者要等大约三倍的时间。请让主机用 brotli 或 gzip，包括 .wasm。'],
      en: [
        'Compression (Content-Encoding)',
        'Nothing is compressed: readers wait about three times as long. Let the host use brotli or gzip, also for .wasm.',
      ],
    },
    kept: {
      zh: [
        '文件名带哈希的，缓存至少一天',
        '每次访问都要再取一遍。请发送 Cache-Control: public, max-age=31536000, immutable。',
      ],
      en: [
        'Files with a hash in their names are cached for a day or more',
        'They are fetched again at each visit. Send Cache-Control: public, max-age=31536000, immutable.',
      ],
    },
    fresh: {
      zh: [
        '其他文件，缓存不超过十分钟',
        '换了预算以后，读者会看到旧的，或者新旧混在一起。请发送 Cache-Control: no-cache。',
      ],
      en: [
        'Other files are cached for ten minutes at most',
        'After a change readers see the old budget, or a mixture. Send Cache-Control: no-cache.',
      ],
    },
    frames: {
      zh: ['图能放进别人的文章', '主机不许（X-Frame-Options 或 frame-ancestors）。图的单页不要带这两样。'],
      en: [
        'Figures can be embedded in articles',
        'The host forbids it (X-Frame-Options or frame-ancestors). Do not send either with the pages of figures.',
      ],
    },
    policy: {
      zh: [
        '主机没有另写 Content-Security-Policy',
        '网页自带一份，其中有脚本的哈希。主机再写一份，就可能把脚本拦住；请去掉 script-src 和 default-src。',
      ],
      en: [
        'The host sends no Content-Security-Policy of its own',
        'Pages carry one with the hashes of their scripts. A second one can stop them: remove script-src and default-src.',
      ],
    },
    origin: {
      zh: ['Access-Control-Allow-Origin: *', '有的文章把图放在没有来源的框架里，那里图不能点开。'],
      en: [
        'Access-Control-Allow-Origin: *',
        'Some articles show figures in frames without an origin, where charts cannot be opened.',
      ],
    },
    missing: {
      zh: ['没有的文件，回答 404 和 404.html', '文章要一张网站没有的图时，会看到别的东西。'],
      en: [
        'A file that is not there is answered with 404 and 404.html',
        'An article that asks for a figure that is not there shows something else.',
      ],
    },
    slash: {
      zh: ['文件夹的网址少了末尾的斜杠，转到有斜杠的', '没有转。有脚本时网页自己会改，没有脚本时图片出不来。'],
      en: [
        'The address of the folder without its slash leads to the one with it',
        'It does not. The page mends that by script; without scripts its pictures are missing.',
      ],
    },
    secure: {
      zh: ['HTTPS', '没有 HTTPS：断网打不开，不能复制，别人可以在路上改写数字。'],
      en: [
        'HTTPS',
        'Without HTTPS the site does not work offline, nothing can be copied, and others can change figures on the way.',
      ],
    },
  }
  const SIGNS = { good: '✓', bad: '✗', poor: '！' }
  const main = document.querySelector('main')
  const verdict = main.appendChild(document.createElement('h1'))
  const list = main.appendChild(document.createElement('ul'))
  document.getElementById('no-script').remove()
  verdict.textContent = isChinese ? '正在检查主机……' : 'Looking at the host …'
  document.documentElement.lang = isChinese ? 'zh-CN' : 'en'

  const counts = { good: 0, bad: 0, poor: 0 }
  /** Adds a line: `wrong` are the files that are not as they should be; `gravity` is `bad` or `poor`. */
  function report(check, wrong, gravity) {
    const outcome = wrong.length ? gravity : 'good'
    const words = WORDS[check][isChinese ? 'zh' : 'en']
    const item = list.appendChild(document.createElement('li'))
    item.dataset.check = check
    item.dataset.outcome = outcome
    counts[outcome]++
    item.appendChild(document.createElement('strong')).textContent = `${SIGNS[outcome]} ${words[0]}`
    if (!wrong.length) return
    item.appendChild(document.createElement('p')).textContent = words[1]
    // The first ones say enough.
    const shown = wrong.slice(0, 5).join('\n') + (wrong.length > 5 ? count(wrong.length) : '')
    item.appendChild(document.createElement('pre')).textContent = shown
  }

  function count(files) {
    return isChinese ? `\n……共 ${files} 个` : `\n… ${files} in all`
  }

  function ask(path, options) {
    return fetch(path, Object.assign({ cache: 'no-store' }, options)).catch(() => {})
  }

  const worker = await ask('sw.js')
  const text = worker?.ok ? await worker.text() : ''
  let files = []
  try {
    files = JSON.parse(text.slice('self.mingbaiFiles='.length, text.indexOf(';\n')))
  } catch (_rewritten) {
    // Reported below.
  }
  report('list', files.length ? [] : [`sw.js ${worker ? worker.status : ''}`], 'bad')
  if (!files.length) files = [{ url: 'index.html' }, { url: 'figure/flow.html' }, { url: 'offline.js' }]

  const answers = {}
  const wrong = []
  const left = files.slice()
  async function next() {
    for (let file = left.shift(); file; file = left.shift()) {
      const plain = await ask(file.url)
      if (!plain?.ok) {
        wrong.push(`${file.url} ${plain ? plain.status : ''}`)
        continue
      }
      answers[file.url] = plain.headers
      // The browser compares the content with the hash of the list.
      if (file.integrity && !(await ask(file.url, { integrity: file.integrity }))) {
        wrong.push(file.url + (isChinese ? ' 不一样' : ' differs'))
      }
    }
  }
  await Promise.all([next(), next(), next(), next()])
  report('whole', wrong, 'bad')
  if (worker?.ok) answers['sw.js'] = worker.headers

  /** The files for which `isWrong` is true of their header of this name, each with the header. */
  function filesWhere(header, isWrong) {
    return Object.keys(answers)
      .filter((path) => isWrong(answers[path].get(header) || '', path))
      .map((path) => `${path}  ${header}: ${answers[path].get(header) || '—'}`)
  }
  function ending(path) {
    return path.slice(path.lastIndexOf('.') + 1)
  }
  function isHashed(path) {
    return /-[0-9a-f]{16}\./.test(path)
  }
  /** The seconds for which a file may be used without asking again. */
  function age(cacheControl) {
    const found = /max-age=(\d+)/.exec(cacheControl)
    return /no-store|no-cache/.test(cacheControl) ? 0 : found ? +found[1] : undefined
  }
  function isWrongType(type, path) {
    const right = TYPES[ending(path)]
    return right && !right.test(type.toLowerCase())
  }
  report(
    'types',
    filesWhere('Content-Type', (type, path) => ending(path) !== 'wasm' && isWrongType(type, path)),
    'bad',
  )
  report(
    'wasm',
    filesWhere('Content-Type', (type, path) => ending(path) === 'wasm' && isWrongType(type, path)),
    'poor',
  )
  const large = ['html', 'js', 'wasm', 'json']
  report(
    'packed',
    filesWhere('Content-Encoding', (how, path) => large.includes(ending(path)) && !how),
    'poor',
  )
  report(
    'kept',
    filesWhere('Cache-Control', (rule, path) => isHashed(path) && !(age(rule) >= DAY)),
    'poor',
  )
  report(
    'fresh',
    filesWhere('Cache-Control', (rule, path) => !isHashed(path) && !(age(rule) <= 600)),
    'poor',
  )
  const isFigure = (path) => /(^|\/)figure\//.test(path)
  const forbidden = filesWhere('X-Frame-Options', (rule, path) => isFigure(path) && rule).concat(
    filesWhere('Content-Security-Policy', (rule, path) => isFigure(path) && /frame-ancestors/.test(rule)),
  )
  report('frames', forbidden, 'bad')
  report(
    'policy',
    filesWhere('Content-Security-Policy', (rule, path) => ending(path) === 'html' && /(script|default)-src/.test(rule)),
    'bad',
  )
  report(
    'origin',
    filesWhere('Access-Control-Allow-Origin', (rule, path) => isHashed(path) && rule !== '*'),
    'poor',
  )

  const nothing = `figure/nothing-${Date.now()}.html`
  const answer = await ask(nothing)
  const isOurs = answer && answer.status === 404 && /data-sheet=""/.test(await answer.text())
  report('missing', isOurs ? [] : [`${nothing} ${answer ? answer.status : ''}`], 'poor')
  const folder = location.pathname.replace(/\/[^/]*$/, '')
  if (folder) {
    const bare = await ask(folder)
    report('slash', bare?.ok && /\/(index\.html)?$/.test(bare.url) ? [] : [folder], 'poor')
  }
  report('secure', window.isSecureContext ? [] : [location.origin], 'poor')

  verdict.textContent = isChinese
    ? counts.bad + counts.poor
      ? `主机有 ${counts.bad + counts.poor} 处要改${counts.bad ? `，其中 ${counts.bad} 处读者会碰到（✗）` : ''}`
      : '主机没有问题'
    : counts.bad + counts.poor
      ? `${counts.bad + counts.poor} things to change at the host${counts.bad ? `, ${counts.bad} of which readers meet (✗)` : ''}`
      : 'The host does everything right'
  document.documentElement.dataset.done = ''
})()
