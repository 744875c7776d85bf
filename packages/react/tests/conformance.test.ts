import { conform, conformForms, conformShow } from '@clientele/conformance'
import { createReactDriver, mountShow } from './support/react-driver.tsx'

for (const driver of [createReactDriver(), createReactDriver({ strict: true })]) {
  conform(driver)
  conformForms(driver)
}
conformShow(createReactDriver(), mountShow)
