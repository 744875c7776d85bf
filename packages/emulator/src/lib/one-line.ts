// What ends up in a header is one line of it: a line end would begin another header, or the body.

/** Whether a text can stand in a header as it is. */
export const isHeaderText = (text: string): boolean => /^[!-~]([ -~]*[!-~])?$/.test(text)

/** An address without control characters, which parsers of URLs leave out silently. */
export const isPlainUrl = (text: string): boolean => !/\p{Cc}/u.test(text) && URL.canParse(text)
