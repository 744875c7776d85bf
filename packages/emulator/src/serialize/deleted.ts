/** What is told of an object that is gone. */
export const toDeletedJson = (object: string, id?: string) => ({
  object,
  ...(id === undefined ? {} : { id }),
  deleted: true,
})
