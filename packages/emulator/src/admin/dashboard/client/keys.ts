import type { Kit } from './kit.ts'

/** Copies the keys in the header to the clipboard. */
export const showKeys = ({ place, onClick }: Kit): void => {
  for (const id of ['publishable-key', 'secret-key', 'jwt-key']) {
    onClick(`copy-${id}`, async () => {
      // Browsers have one on secure pages only, such as those of this machine.
      if (!navigator.clipboard)
        throw new Error('This browser does not let the page copy: select the key and copy it.')
      await navigator.clipboard.writeText(place(id).textContent ?? '')
      place(`copy-${id}`).replaceChildren('Copied')
    })
  }
}
