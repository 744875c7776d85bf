import {
  conform,
  conformClerk,
  conformForms,
  conformShow,
  conformSuspense,
} from '@clientele/conformance'
import { mountClerk } from './support/mount-clerk.ts'
import { mountShow, mountSuspense, vueDriver } from './support/vue-driver.ts'

conform(vueDriver)
conformForms(vueDriver)
conformShow(vueDriver, mountShow)
conformSuspense(vueDriver, mountSuspense)
conformClerk('Vue', mountClerk)
