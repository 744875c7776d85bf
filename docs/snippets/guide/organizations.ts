import { account } from '@clientele/core/account'
import { checkAuthorization } from '@clientele/core/authorization'
import { store } from './store.ts'

// #region switch
/** The active organization; `null` in the personal account. */
export const current = () => store.organization

export const list = () => store.user?.organizationMemberships ?? []

/** By id or slug; tokens are for it from then on. */
export const enter = (organization: string | null) => store.setActive({ organization })
// #endregion switch

// #region own
const own = store.use(account())

export const create = (name: string) => own.createOrganization({ name })
export const leave = (organizationId: string) => own.leaveOrganization(organizationId)
export const invitations = () => own.getOrganizationInvitations({ status: 'pending' })
export const accept = (id: string) => own.acceptInvitation(id)
// #endregion own

// #region permission
/** For what is shown. What is done is checked by your server, by the token. */
export const maySeeInvoices = () =>
  checkAuthorization(store.session, { permission: 'org:invoices:read' })
// #endregion permission
