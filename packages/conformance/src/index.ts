export type { App } from './app.ts'
export { openApp, openClaimed } from './app.ts'
export type { ClerkHook, MountClerk, MountedClerk } from './clerk-app.ts'
export { clerkHooks } from './clerk-app.ts'
export { conform } from './conform.ts'
export { conformClerk } from './conform-clerk.ts'
export { conformForms } from './conform-forms.ts'
export { conformShow } from './conform-show.ts'
export { conformSuspense } from './conform-suspense.ts'
export { countListeners } from './count-listeners.ts'
export type {
  Driver,
  Mounted,
  MountedForms,
  MountShow,
  MountSuspense,
  Reader,
  Screened,
} from './driver.ts'
export { whens } from './driver.ts'
export { plainDriver } from './plain-driver.ts'
