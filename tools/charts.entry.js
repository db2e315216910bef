// The parts of ECharts that our figures use, and nothing else: every name added here is weight for each reader.
import { BarChart, SankeyChart, ScatterChart } from 'echarts/charts'
import { GridSimpleComponent, MarkLineComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, SankeyChart, ScatterChart, GridSimpleComponent, MarkLineComponent, SVGRenderer])

export { init }
