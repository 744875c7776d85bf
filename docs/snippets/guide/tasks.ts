import { store } from './store.ts'

// #region tasks
/** What a session that is pending still has to do; `undefined` when it is active. */
export const task = () =>
  store.session?.status === 'pending' ? store.session.tasks?.[0]?.key : undefined

/** `choose-organization` is done by choosing one. */
export const choose = (organization: string) => store.setActive({ organization })
// #endregion tasks
