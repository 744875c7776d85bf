import { conform, conformForms, conformShow, conformSuspense } from '@clientele/conformance'
import { createReactDriver, mountShow, mountSuspense } from './support/react-driver.tsx'

for (const driver of [createReactDriver(), createReactDriver({ strict: true })]) {
  conform(driver)
  conformForms(driver)
}
conformShow(createReactDriver(), mountShow)
conformSuspense(createReactDriver(), mountSuspense)
