import {
  conform,
  conformClerk,
  conformForms,
  conformShow,
  conformSuspense,
} from '@clientele/conformance'
import { mountClerk } from './support/mount-clerk.tsx'
import { createReactDriver, mountShow, mountSuspense } from './support/react-driver.tsx'

for (const driver of [createReactDriver(), createReactDriver({ strict: true })]) {
  conform(driver)
  conformForms(driver)
}
conformShow(createReactDriver(), mountShow)
conformSuspense(createReactDriver(), mountSuspense)
conformClerk('React', mountClerk)
