// The parts of ECharts that our figures use, and nothing else: every name here is code that each reader downloads. A chart
// is drawn as text, wherever there is a script: in a worker of the browser (charts.worker.js), and on the host
// (draw-charts.mjs).
import { BarChart, SankeyChart, ScatterChart } from 'echarts/charts'
import { GridSimpleComponent, MarkLineComponent } from 'echarts/components'
import { init, setPlatformAPI, use } from 'echarts/core'
import { getECData } from 'echarts/lib/util/innerStore.js'
import { SVGRenderer } from 'echarts/renderers'
import { createHashMap } from 'zrender/lib/core/util.js'
import { registerSSRDataGetter } from 'zrender/lib/zrender.js'

use([BarChart, SankeyChart, ScatterChart, GridSimpleComponent, MarkLineComponent, SVGRenderer])
// The width of words: as the browser measures them, where it can.
setPlatformAPI({ createCanvas: () => (typeof OffscreenCanvas === 'function' ? new OffscreenCanvas(1, 1) : undefined) })

/** What a shape or its label shows: series, item, and in a flow `node` or `edge`; undefined for a shape without events. */
function shown(shape) {
  if (shape.isSilent?.()) return undefined
  for (let at = shape; at; at = at.__hostTarget ?? at.parent) {
    const { seriesIndex, dataIndex, dataType } = getECData(at)
    if (dataIndex !== undefined)
      return createHashMap({ hit: [seriesIndex, dataIndex, dataType ?? ''].join(' ').trim() })
  }
  return undefined
}

/** A chart as the text of an SVG. With `live`, each shape that can be pointed at says what it shows, as `data-hit`. */
export function draw({ option, width, height, live }) {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    registerSSRDataGetter(live ? shown : () => undefined)
    chart.setOption(option)
    // ECharts' own way to do this adds styles for hovered shapes; the page has its own.
    const svg = chart.getZr().painter.renderToString({ cssEmphasis: false, cssAnimation: false })
    return live ? svg.replaceAll('ecmeta_hit=', 'data-hit=') : svg
  } finally {
    chart.dispose()
  }
}
