// Parts of ECharts that it always imports and our charts never use, each with its replacement in the bundle: they are more
// than a fifth of its size. Charts drawn with and without them are equal byte for byte: tools/draw-charts.mjs draws each
// chart of the page both ways in every build, and fails where one differs.
const NOTHING = 'export default {}'
const DOES_NOTHING = 'export default function () {}'
const CLASS = 'export default class {}'

const UNUSED = {
  // A theme and texts that are never used: colours and texts are in the options.
  'echarts/lib/theme/dark.js': NOTHING,
  'echarts/lib/i18n/langEN.js': NOTHING,
  'echarts/lib/i18n/langZH.js': NOTHING,
  // Axes of time and of logarithms.
  'echarts/lib/scale/Time.js': `${CLASS}; export function calcNiceForTimeScale() {}`,
  'echarts/lib/scale/Log.js': CLASS,
  'echarts/lib/util/time.js': `
    export function parseTimeAxisLabelFormatter() {}
    export function format() {}
    export function pad() {}
    export function roundTime() {}`,
  // Visible axes: ours only scale.
  'echarts/lib/component/axis/AxisBuilder.js': `
    export default class {}
    export class AxisBuilderSharedContext { ensureRecord() { return {} } }
    export function resolveAxisNameOverlapDefault() {}
    export function moveIfOverlapByLinearLabels() {}
    export function getLabelInner() { return {} }`,
  'echarts/lib/component/axis/CartesianAxisView.js': `
    import ComponentView from 'echarts/lib/view/Component.js'
    class AxisView extends ComponentView {}
    export default AxisView
    export class CartesianXAxisView extends AxisView { type = 'xAxis'; static type = 'xAxis' }
    export class CartesianYAxisView extends AxisView { type = 'yAxis'; static type = 'yAxis' }`,
  'echarts/lib/coord/axisAlignTicks.js': 'export function scaleCalcAlign() {}',
  // Data computed from other data.
  'echarts/lib/data/helper/transform.js': `
    export class ExternalSource {}
    export function registerExternalTransform() {}
    export function applyDataTransform() {}`,
  // Options written for older versions.
  'echarts/lib/preprocessor/backwardCompat.js': DOES_NOTHING,
  // Patterns instead of colours, and a generated description: the page describes its charts.
  'echarts/lib/util/decal.js': 'export function createOrUpdatePatternFromDecal() { return null }',
  'echarts/lib/visual/decal.js': 'export function decalVisualStageHandler() {}',
  'echarts/lib/visual/aria.js': 'export function ariaVisualStageHandler() {}',
  // Tooltips: the page has its own.
  'echarts/lib/component/tooltip/seriesFormatTooltip.js': 'export function defaultSeriesFormatTooltip() {}',
  // What is shown while data is fetched.
  'echarts/lib/loading/default.js': DOES_NOTHING,
  // Labels of bars around a centre.
  'echarts/lib/label/sectorLabel.js':
    'export function createSectorCalculateTextPosition() {} export function setSectorTextRotation() {}',
  // Drawing thousands of points.
  'echarts/lib/chart/helper/LargeSymbolDraw.js': CLASS,
  // Moving and zooming a flow; its colours by value.
  'echarts/lib/component/helper/RoamController.js':
    'export default class { enable() {} disable() {} dispose() {} on() { return this } off() { return this } }',
  'echarts/lib/visual/VisualMapping.js': 'export default class { mapValueToVisual() {} }',
  // CSS animations, for drawings without a script.
  'zrender/lib/svg/cssAnimation.js': 'export function createCSSAnimation() {}',
  // Styles for hovered shapes: the page has its own.
  'zrender/lib/svg/cssEmphasis.js': 'export function createCSSEmphasis() {}',
  // Pointer events and animation: a chart is drawn as the text of an SVG, without events.
  'zrender/lib/Handler.js': 'export default class { on() {} off() {} resize() {} dispose() {} }',
  'zrender/lib/dom/HandlerProxy.js': CLASS,
  'zrender/lib/animation/Animator.js': `${CLASS}; export function cloneValue(value) { return value }`,
  'zrender/lib/contain/path.js': 'export function contain() {} export function containStroke() {}',
  'zrender/lib/svg/patch.js': 'export default function () {} export function updateAttrs() {}',
  // Rounded corners of slices.
  'zrender/lib/graphic/helper/roundSector.js': 'export function buildPath() {}',
}

/** The esbuild plugin that leaves them out. A name that no longer exists is an error. */
export const echartsStubs = {
  name: 'echarts-stubs',
  setup(build) {
    const seen = new Set()
    build.onLoad({ filter: /node_modules\/(echarts|zrender)\/lib\// }, ({ path }) => {
      const name = path.replaceAll('\\', '/').split('node_modules/').pop()
      if (!(name in UNUSED)) return
      seen.add(name)
      return { contents: UNUSED[name], resolveDir: process.cwd() }
    })
    build.onEnd(() => {
      const gone = Object.keys(UNUSED).filter((name) => !seen.has(name))
      if (gone.length)
        return {
          errors: gone.map((name) => ({ text: `tools/echarts-stubs.mjs: ${name} is not part of the bundle any more` })),
        }
    })
  },
}
