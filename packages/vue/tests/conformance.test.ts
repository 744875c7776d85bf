import { conform, conformForms, conformShow, conformSuspense } from '@clientele/conformance'
import { mountShow, mountSuspense, vueDriver } from './support/vue-driver.ts'

conform(vueDriver)
conformForms(vueDriver)
conformShow(vueDriver, mountShow)
conformSuspense(vueDriver, mountSuspense)
