import { createClienteleSubject } from './clientele-subject.ts'
import { createVendorSubject } from './vendor-subject.ts'

window.lab = { vendor: createVendorSubject(), clientele: createClienteleSubject() }
