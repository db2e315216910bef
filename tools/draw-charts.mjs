// Draws charts without a browser: reads what `mingbai drawings` prints from standard input, and writes one SVG for each
// into the given folder. Each is drawn twice, by all of ECharts and by the bundle for readers: both must be the same.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { draw } from './charts.entry.js'

const folder = process.argv[2]
if (!folder) throw new Error('name the folder for the drawings: node tools/draw-charts.mjs FOLDER')

let json = ''
for await (const piece of process.stdin) json += piece

const bundled = await import(resolve('target/web/charts.mjs'))
// Ids inside a drawing contain the number of drawings made so far.
const apart = (svg) => svg.replace(/zr\d+-/g, 'zr-')

for (const drawing of JSON.parse(json)) {
  const svg = draw(drawing)
  // Also as readers get it: with what each shape shows.
  const [all, live] = [draw, bundled.draw].map((draw) => draw({ ...drawing, live: true }))
  if (apart(svg) !== apart(bundled.draw(drawing)) || apart(all) !== apart(live)) {
    throw new Error(
      `${drawing.name} is drawn otherwise by target/web/charts.js than by all of ECharts: see tools/echarts-stubs.mjs`,
    )
  }
  const file = join(folder, `${drawing.name}.svg`)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, svg)
}
