import { conform, conformForms, plainDriver } from '@clientele/conformance'

conform(plainDriver)
conformForms(plainDriver)
