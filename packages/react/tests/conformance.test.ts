import { conform, plainDriver } from '@clientele/conformance'
import { createReactDriver } from './support/react-driver.tsx'

conform(plainDriver)
conform(createReactDriver())
conform(createReactDriver({ strict: true }))
