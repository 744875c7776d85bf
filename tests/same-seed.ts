import fc from 'fast-check'

// Property tests try the same cases in every run, so that what fails for one fails for all. To try
// others: FAST_CHECK_SEED=42.
const { FAST_CHECK_SEED = '1' } = process.env
if (!/^\d{1,9}$/.test(FAST_CHECK_SEED))
  throw new TypeError('FAST_CHECK_SEED must be a whole number')
fc.configureGlobal({ seed: Number(FAST_CHECK_SEED) })
