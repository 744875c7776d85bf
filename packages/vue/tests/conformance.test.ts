import { conform } from '@clientele/conformance'
import { vueDriver } from './support/vue-driver.ts'

conform(vueDriver)
