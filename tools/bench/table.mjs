// A table of measured values with their targets.

/** The width of a text in columns of a terminal: a Chinese character takes two. */
const wide = (text) => [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0)

function said(value, unit) {
  if (value === null || value === undefined) return '–'
  if (unit === 'bytes') return `${(value / 1000).toFixed(1)} kB`
  const number = Number.isInteger(value) ? String(value) : value.toFixed(unit === 'ms' ? 0 : 3)
  return unit ? `${number} ${unit}` : number
}

/** Prints rows of `{ says, measured, target, unit, most }`; `most: false` where more is better. */
export function print(title, rows) {
  const lines = rows.map(({ says, measured, target, unit = '', most = true }) => {
    const kept = measured === null || target === undefined || (most ? measured <= target : measured >= target)
    return [
      says,
      said(measured, unit),
      target === undefined ? '' : `${most ? '≤' : '≥'} ${said(target, unit)}`,
      kept ? '' : 'not yet',
    ]
  })
  const widths = [0, 1, 2].map((at) => Math.max(...lines.map((line) => wide(line[at]))))
  console.log(`\n${title}`)
  for (const line of lines) {
    const [says, ...others] = line.slice(0, 3).map((text, at) => {
      const room = ' '.repeat(widths[at] - wide(text))
      return at === 0 ? text + room : room + text
    })
    console.log(`  ${says}  ${others.join('  ')}  ${line[3]}`.trimEnd())
  }
}
