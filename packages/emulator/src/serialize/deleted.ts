/** What is told of an object that is gone (section 3.9). */
export const toDeletedJson = (object: string, id?: string) => ({
  object,
  ...(id === undefined ? {} : { id }),
  deleted: true,
})
