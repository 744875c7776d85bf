import * as Plot from '@observablehq/plot'
import { Window } from 'happy-dom'

/** One bar. */
export interface Bar {
  readonly label: string
  readonly value: number
  /** Ours stands out. */
  readonly ours: boolean
}

export interface BarsOptions {
  readonly title: string
  /** Of the axis. */
  readonly unit: string
  /** For values that differ by powers of ten. */
  readonly logarithmic?: boolean
}

// One drawing for both: browsers choose the colors by the reader's preference, inside of an image
// too.
const style = `
  .plot { color: #24292f; background: none; font: 12px system-ui, sans-serif }
  .plot .ours { fill: #0f766e } .plot .others { fill: #94a3b8 }
  @media (prefers-color-scheme: dark) {
    .plot { color: #e6edf3 } .plot .ours { fill: #2dd4bf } .plot .others { fill: #64748b }
  }`

const showValue = (value: number): string =>
  value.toLocaleString('en', {
    maximumSignificantDigits: 3,
    maximumFractionDigits: value >= 100 ? 0 : 2,
  })

/** Lying bars as an SVG image, for light and for dark pages. */
export const drawBars = (
  bars: readonly Bar[],
  { title, unit, logarithmic = false }: BarsOptions,
): string => {
  const { document } = new Window()
  const smallest = Math.min(...bars.map(({ value }) => value))
  const start = logarithmic ? smallest / 2 : 0
  const marks = [true, false].map(ours =>
    Plot.barX(
      bars.filter(bar => bar.ours === ours),
      { x1: start, x2: 'value', y: 'label', className: ours ? 'ours' : 'others', fill: null },
    ),
  )
  const drawn = Plot.plot({
    document: document as unknown as Document, // as: all of a document that is asked for
    className: 'plot',
    width: 720,
    height: 64 + bars.length * 30,
    marginLeft: 230,
    marginRight: 70,
    ariaLabel: title,
    x: {
      label: `${unit} →`,
      grid: true,
      tickFormat: showValue,
      ...(logarithmic ? { type: 'log' as const } : {}),
    }, // as: the type is narrower than text
    y: { label: null, padding: 0.25, domain: bars.map(({ label }) => label) },
    marks: [
      ...marks,
      Plot.text(bars, {
        x: 'value',
        y: 'label',
        text: bar => showValue(bar.value),
        textAnchor: 'start',
        dx: 6,
      }),
    ],
  })
  for (const node of drawn.querySelectorAll('style')) node.remove()
  drawn.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const own = document.createElementNS('http://www.w3.org/2000/svg', 'style')
  own.textContent = style
  drawn.prepend(own as unknown as Node) // as: a node of that document
  return `${drawn.outerHTML}\n`
}
