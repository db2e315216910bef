// Draws charts without a browser: reads what `mingbai drawings` prints from standard input, and writes one SVG for each
// into the folder named. Each is drawn twice, by all of ECharts and by what a reader gets of it: they must be the same.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { init } from './charts.entry.js'

const folder = process.argv[2]
if (!folder) throw new Error('name the folder for the drawings: node tools/draw.mjs FOLDER')

let json = ''
for await (const piece of process.stdin) json += piece

const bundled = await import(resolve('target/web/charts.mjs'))
const draw = (init, { width, height, option }) => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({ ...option, animation: false })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}
// Names inside a drawing count the drawings.
const apart = (svg) => svg.replace(/zr\d+-/g, 'zr-')

for (const drawing of JSON.parse(json)) {
  const svg = draw(init, drawing)
  if (apart(svg) !== apart(draw(bundled.init, drawing))) {
    throw new Error(`${drawing.name} is drawn otherwise by target/web/charts.js than by all of ECharts: see tools/unused.mjs`)
  }
  const file = join(folder, `${drawing.name}.svg`)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, svg)
}
