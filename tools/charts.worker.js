// The worker: draws charts in the order of the requests, and answers in that order. The answer for a chart that could not
// be drawn is empty.
import { draw } from './charts.entry.js'

self.onmessage = ({ data: [option, width, height, live] }) => {
  let svg = null
  try {
    svg = draw({ option: JSON.parse(option), width, height, live })
  } catch (error) {
    console.error('mingbai: a chart could not be drawn:', error)
  }
  postMessage(svg)
}
