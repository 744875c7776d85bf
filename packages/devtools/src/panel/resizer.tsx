import { fit, type Place, smallest } from '../data/place.ts'

interface ResizerProps {
  readonly side: Place['side']
  /** Pixels. */
  readonly size: number
  readonly onSize: (size: number) => void
}

const step = 24

/** The edge of the panel: it is moved by a pointer or by arrow keys. */
export const Resizer = ({ side, size, onSize }: ResizerProps) => {
  const isBottom = side === 'bottom'
  const [larger, smaller] = isBottom ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight']
  const drag = (event: PointerEvent) => {
    if (event.buttons !== 1) return
    onSize(fit(isBottom ? innerHeight - event.clientY : innerWidth - event.clientX, side))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr is not moved
    <div
      role="separator"
      tabIndex={0}
      class="resizer"
      aria-label="Size of the panel"
      aria-orientation={isBottom ? 'horizontal' : 'vertical'}
      aria-valuenow={size}
      aria-valuemin={smallest}
      aria-valuemax={fit(Number.MAX_SAFE_INTEGER, side)}
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={({ key }) => {
        if (key === larger) onSize(fit(size + step, side))
        if (key === smaller) onSize(fit(size - step, side))
      }}
    />
  )
}
