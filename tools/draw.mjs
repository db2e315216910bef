// Draws charts without a browser: reads what `mingbai drawings` prints from standard input, and writes one SVG for each
// into the folder named.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { init } from './charts.entry.js'

const folder = process.argv[2]
if (!folder) throw new Error('name the folder for the drawings: node tools/draw.mjs FOLDER')

let json = ''
for await (const piece of process.stdin) json += piece

for (const { name, width, height, option } of JSON.parse(json)) {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({ ...option, animation: false })
  const file = join(folder, `${name}.svg`)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, chart.renderToSVGString())
  chart.dispose()
}
