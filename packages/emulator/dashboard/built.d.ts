/** The script of the dashboard, as `build.mjs` makes it. */
export const script: string
/** Its source map. */
export const map: string
