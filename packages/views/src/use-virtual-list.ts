import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Pixels; the style of a row says the same. */
export const rowHeight = 26

/** Rows above and below what is seen. */
const spare = 10

/** Which rows of a long list are near what is seen; the rest is not in the page. */
export const useVirtualList = (count: number, followsEnd: boolean) => {
  const list = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const follows = useRef(followsEnd)
  const height = list.current?.clientHeight ?? 400
  const first = Math.max(0, Math.floor(top / rowHeight) - spare)
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + spare)
  const onScroll = () => {
    const { current } = list
    if (!current) return
    setTop(current.scrollTop)
    follows.current =
      followsEnd && current.scrollTop + current.clientHeight >= current.scrollHeight - rowHeight
  }
  // Whoever looks at the newest goes on doing so; whoever looks at an old one is left there.
  useLayoutEffect(() => {
    const { current } = list
    if (current && follows.current) current.scrollTop = current.scrollHeight
  }, [count])
  const reveal = (index: number) => {
    const { current } = list
    if (!current) return
    const from = index * rowHeight
    if (from < current.scrollTop) current.scrollTop = from
    else if (from + rowHeight > current.scrollTop + current.clientHeight)
      current.scrollTop = from + rowHeight - current.clientHeight
  }
  return { list, first, last, onScroll, reveal }
}
