import type { Source } from '../clientele-store.ts'
import { type ClienteleError, toClienteleError } from '../errors.ts'

/** Which pages of a list are wanted. */
export interface PageParams {
  /** From 1, which is also the default. */
  initialPage?: number | undefined
  /** Entries of a page, 10 when not set. */
  pageSize?: number | undefined
  /** Pages follow one another in `data` instead of taking each other's place. */
  infinite?: boolean | undefined
}

/** A list that the server gives page by page, and how far it is read. */
export interface Pages<Item> {
  /** Empty until the first page is there; with `infinite` all pages so far. */
  data: Item[]
  /** Of the whole list. */
  count: number
  /** Why the last read failed; the data before it stays. */
  error: ClienteleError | null
  /** Whether `error` is set. */
  isError: boolean
  /** Nothing has been read yet. */
  isLoading: boolean
  /** A page is being read, the first one or another. */
  isFetching: boolean
  /** From 1. */
  page: number
  /** 0 until the first page is there. */
  pageCount: number
  /** False until the first page is there. */
  hasNextPage: boolean
  /** False on the first page. */
  hasPreviousPage: boolean
  /** Reads a page, from 1. */
  fetchPage: (page: number) => void
  /** Reads the page after this one; nothing happens on the last. */
  fetchNext: () => void
  /** Reads the page before this one; nothing happens on the first. */
  fetchPrevious: () => void
  /** Reads what is shown again. */
  revalidate: () => Promise<void>
}

/** Reads a page, from 1; `total_count` is of all pages. */
export type ReadPage<Item> = (page: {
  initialPage: number
  pageSize: number
}) => Promise<{ data: Item[]; total_count: number }>

/** A list as a source for a hook. Nothing is read before it is told to. */
export interface PagesSource<Item> extends Source<Pages<Item>> {
  /** Reads the first page, once. */
  readonly read: () => void
}

/** @param read asks the server; left out, the list stays empty and nothing is asked. */
export const createPages = <Item>(
  read: ReadPage<Item> | undefined,
  { initialPage = 1, pageSize = 10, infinite = false }: PageParams = {},
): PagesSource<Item> => {
  const listeners = new Set<() => void>()
  let latest = 0
  let value: Pages<Item>

  const set = (changes: Partial<Pages<Item>>) => {
    value = { ...value, ...changes }
    for (const listener of listeners) listener()
  }
  const load = async (page: number, before: readonly Item[]): Promise<void> => {
    if (!read) return
    latest += 1
    const mine = latest
    set({ isFetching: true, page })
    try {
      const { data, total_count: count } = await read({ initialPage: page, pageSize })
      if (mine !== latest) return
      const pageCount = Math.ceil(count / pageSize)
      set({
        data: [...before, ...data],
        count,
        pageCount,
        hasNextPage: page < pageCount,
        hasPreviousPage: page > 1,
        error: null,
        isError: false,
        isLoading: false,
        isFetching: false,
      })
    } catch (thrown) {
      if (mine === latest)
        set({
          error: toClienteleError(thrown),
          isError: true,
          isLoading: false,
          isFetching: false,
        })
    }
  }
  const go = (page: number) => {
    if (page < 1 || (value.pageCount > 0 && page > value.pageCount)) return
    void load(page, infinite ? value.data : [])
  }
  value = {
    data: [],
    count: 0,
    error: null,
    isError: false,
    isLoading: read !== undefined,
    isFetching: false,
    page: initialPage,
    pageCount: 0,
    hasNextPage: false,
    hasPreviousPage: false,
    fetchPage: go,
    fetchNext: () => go(value.page + 1),
    fetchPrevious: () => go(value.page - 1),
    revalidate: async () => {
      if (!infinite) return load(value.page, [])
      let before: Item[] = []
      for (let page = initialPage, last = value.page; page <= last; page++) {
        await load(page, before)
        before = value.data
      }
    },
  }
  const initial = value
  return {
    get: () => value,
    getInitial: () => initial,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: () => void load(initialPage, []),
  }
}
