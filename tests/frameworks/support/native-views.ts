/** Something that is shown, as React Native hands it to the platform; a change is another object. */
interface View {
  readonly name: string
  readonly props: Readonly<Record<string, unknown>>
  /** What events of it are sent to. */
  readonly instance: unknown
  readonly children: View[]
}

type Dispatch = (instance: unknown, type: string, event: Readonly<Record<string, unknown>>) => void

/** Text that is written as one, such as that of a label, and the value of a field. */
const linesOf = (view: View): string[] => {
  const { text } = view.props
  if (typeof text === 'string') return [text]
  const lines = view.children.flatMap(linesOf)
  return view.name === 'RCTText' ? [lines.join('')] : lines
}

const withDescendants = (view: View): View[] => [view, ...view.children.flatMap(withDescendants)]

const withProps = (view: View, props: object): View => ({
  ...view,
  props: { ...view.props, ...props },
})

/** What somebody in front of a telephone sees and does. */
export const createScreen = () => {
  let shown: readonly View[] = []
  let dispatch: Dispatch = () => {}
  const painted: string[][] = []
  const read = () => shown.flatMap(linesOf).filter(Boolean)
  const find = (what: string, matches: (view: View) => boolean): View => {
    const found = shown.flatMap(withDescendants).filter(matches).at(-1)
    if (!found) throw new Error(`There is no ${what} among ${read().join(', ')}`)
    return found
  }
  /** The part of React Native's `FabricUIManager` that shows views; whatever else is asked for
   * does nothing. */
  const manager = {
    createNode: (_: number, name: string, __: number, props: object, instance: unknown): View => ({
      name,
      props: { ...props },
      instance,
      children: [],
    }),
    cloneNode: (view: View): View => ({ ...view }),
    cloneNodeWithNewProps: withProps,
    cloneNodeWithNewChildren: (view: View, children: View[] = []): View => ({ ...view, children }),
    // The children may be left out.
    cloneNodeWithNewChildrenAndProps: (view: View, given: View[] | object, props = given): View =>
      withProps({ ...view, children: Array.isArray(given) ? given : [] }, props),
    createChildSet: (): View[] => [],
    appendChild: (view: View, child: View): View => {
      view.children.push(child)
      return view
    },
    appendChildToSet: (set: View[], child: View) => void set.push(child),
    completeRoot: (_: number, set: View[]) => {
      shown = set
      painted.push(read())
    },
    registerEventHandler: (handler: Dispatch) => {
      dispatch = handler
    },
    unstable_DiscreteEventPriority: 2,
    unstable_ContinuousEventPriority: 8,
    unstable_DefaultEventPriority: 32,
    unstable_IdleEventPriority: 268_435_456,
    unstable_getCurrentEventPriority: () => 2,
  }
  return {
    manager: new Proxy<Record<string, unknown>>(manager, {
      get: (own, name) => own[String(name)] ?? (() => {}),
    }),
    /** All that was ever on the screen, each time as lines. */
    painted,
    /** What is on it now. */
    read,
    press: (title: string): void => {
      const isButton = (view: View) => 'onClick' in view.props && linesOf(view).includes(title)
      dispatch(find(`button ${title}`, isButton).instance, 'topClick', {})
    },
    type: (label: string, text: string): void => {
      const isField = ({ props }: View) => props.accessibilityLabel === label
      dispatch(find(`field ${label}`, isField).instance, 'topChange', { text, eventCount: 1 })
    },
  }
}
