/** An element with properties and children, of which `null` is left out. */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[Tag] => {
  const node = Object.assign(document.createElement(tag), properties)
  node.append(...children.filter(child => child !== null))
  return node
}

export const button = (text: string, onclick: () => unknown) =>
  element('button', { type: 'button', className: 'button', onclick }, text)

export const link = (href: string, text: string) => element('a', { href }, text)
