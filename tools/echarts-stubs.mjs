// Parts of ECharts that it always brings and our charts never use, each with what stands in for it in the bundle: these
// are a sixth of its weight. Charts drawn with and without them are the same, to the letter: tools/draw-charts.mjs draws each
// chart of the page both ways, at every build, and fails where one differs.
const NOTHING = 'export default {}'
const DOES_NOTHING = 'export default function () {}'
const CLASS = 'export default class {}'

const UNUSED = {
  // A theme and words that nobody sees: colours and words are in the options.
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
  // Axes that are seen: all of ours only measure.
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
  // Data that are made of other data.
  'echarts/lib/data/helper/transform.js': `
    export class ExternalSource {}
    export function registerExternalTransform() {}
    export function applyDataTransform() {}`,
  // Options written for older versions.
  'echarts/lib/preprocessor/backwardCompat.js': DOES_NOTHING,
  // Patterns in place of colours, and a description of its own; charts here are described by the page.
  'echarts/lib/util/decal.js': 'export function createOrUpdatePatternFromDecal() { return null }',
  'echarts/lib/visual/decal.js': 'export function decalVisualStageHandler() {}',
  'echarts/lib/visual/aria.js': 'export function ariaVisualStageHandler() {}',
  // Thousands of points, drawn another way.
  'echarts/lib/chart/helper/LargeSymbolDraw.js': CLASS,
  // A flow that is moved and enlarged by hand; colours of it that follow from values.
  'echarts/lib/component/helper/RoamController.js':
    'export default class { enable() {} disable() {} dispose() {} on() { return this } off() { return this } }',
  'echarts/lib/visual/VisualMapping.js': 'export default class { mapValueToVisual() {} }',
  // Movement written as style sheets, for drawings that no script moves.
  'zrender/lib/svg/cssAnimation.js': 'export function createCSSAnimation() {}',
  // Styles for what is pointed at: the page has its own.
  'zrender/lib/svg/cssEmphasis.js': 'export function createCSSEmphasis() {}',
  // Pointers, fingers and movement: a chart is drawn as text, and nobody touches it there.
  'zrender/lib/Handler.js': 'export default class { on() {} off() {} resize() {} dispose() {} }',
  'zrender/lib/dom/HandlerProxy.js': CLASS,
  'zrender/lib/svg/patch.js': 'export default function () {} export function updateAttrs() {}',
  // Round corners of slices.
  'zrender/lib/graphic/helper/roundSector.js': 'export function buildPath() {}',
}

/** The plugin of esbuild that leaves them out. Names that are not there any more are an error. */
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
