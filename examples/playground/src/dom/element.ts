type Attribute = string | number | boolean | undefined

/** What may stand in an element: anything absent is left out. */
export type Child = Node | string | number | false | null | undefined

export const setAttributes = (node: Element, attributes: Readonly<Record<string, Attribute>>) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) node.removeAttribute(name)
    else node.setAttribute(name, value === true ? '' : String(value))
  }
}

const toNodes = (children: readonly Child[]): (Node | string)[] =>
  children.flatMap(child =>
    child === false || child === null || child === undefined
      ? []
      : [typeof child === 'number' ? String(child) : child],
  )

/**
 * An element with attributes and children. Text goes in as text nodes: nothing that a server sent
 * is ever read as HTML.
 *
 * @example
 * element('p', { class: 'hint' }, 'Hello ', element('b', {}, name))
 */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] => {
  const node = document.createElement(tag)
  setAttributes(node, attributes)
  node.append(...toNodes(children))
  return node
}

/**
 * Replaces what stands in a node, and leaves it alone when it is the same text: screen readers
 * would read it again.
 */
export const fill = (node: Element, ...children: readonly Child[]) => {
  const nodes = toNodes(children)
  const text = nodes.every(child => typeof child === 'string') ? nodes.join('') : undefined
  if (text !== undefined && node.childElementCount === 0 && node.textContent === text) return
  node.replaceChildren(...nodes)
}
