/** The code that every address with `+clerk_test` in it takes. */
export const testCode = '424242'
