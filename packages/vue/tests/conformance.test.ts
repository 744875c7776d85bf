import { conform, conformForms, conformShow } from '@clientele/conformance'
import { mountShow, vueDriver } from './support/vue-driver.ts'

conform(vueDriver)
conformForms(vueDriver)
conformShow(vueDriver, mountShow)
