import { describeFramework } from './support/describe-framework.ts'

describeFramework('tanstack-start')
