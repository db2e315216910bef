// What runs beside the page: draws what it is asked for, one after the other, and answers in that order. What could not be
// drawn is answered by nothing.
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
