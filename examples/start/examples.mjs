// The examples that have a page, in the order in which they are listed.

/** What each of them shows, by the name of its folder. */
export const examples = {
  react: { title: 'React', shows: 'Hooks: useSignIn, useSignUp, useClient, and Show.' },
  vue: { title: 'Vue', shows: 'The same as composables, in single-file components.' },
  vanilla: { title: 'No framework', shows: 'Plain DOM, updated by a subscription to the store.' },
  playground: {
    title: 'Playground',
    shows:
      'The React example with the devtools open, and providers, email links and passkeys: see ' +
      'what the store does.',
  },
}

/** @typedef {keyof typeof examples} ExampleName */

/** @type {readonly ExampleName[]} */
export const exampleNames = ['react', 'vue', 'vanilla', 'playground']
