/** Shows one of several forms, and takes the focus along when it was in the one that goes. */
export const showStep = (steps: readonly HTMLFormElement[], current: HTMLFormElement) => {
  if (!current.hidden) return
  const hadFocus = steps.some(step => step.contains(document.activeElement))
  for (const step of steps) step.hidden = step !== current
  if (hadFocus) current.querySelector('input')?.focus()
}
