/** StepActions a keyboard user to a part of the page: its heading can take the focus. */
export const focusHeading = (id: string): void => document.getElementById(`${id}-title`)?.focus()
