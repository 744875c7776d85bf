/** The packages that are published, by their folders. */
export const names = ['core', 'react', 'vue', 'devtools', 'emulator'] as const

export type Name = (typeof names)[number]
