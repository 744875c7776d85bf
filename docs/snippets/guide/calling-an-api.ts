import { createAuthFetch } from '@clientele/core/auth-fetch'
import { store } from './store.ts'

// #region token
export const loadInvoices = async () => {
  const token = await store.getToken()
  return fetch('/api/invoices', { headers: { authorization: `Bearer ${token}` } })
}
// #endregion token

// #region fetch
/** Adds the token, and asks once more with a fresh one after a 401. */
export const api = createAuthFetch(store, { baseURL: '/api' })
export const invoices = () => api<{ id: string }[]>('/invoices')
// #endregion fetch
