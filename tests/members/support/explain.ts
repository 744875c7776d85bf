import { absences } from '../reasons/absences.ts'
import { differences } from '../reasons/differences.ts'
import type { Reason } from '../reasons/reason.ts'
import type { Compared, MemberRow, Verdict } from './member-rows.ts'

/** A member with why it is not the same. */
export interface ExplainedRow extends MemberRow {
  /** One sentence; empty for what is the same. */
  readonly why: string
}

export interface Explained {
  readonly name: string
  readonly rows: readonly ExplainedRow[]
}

type Reasons = Readonly<Record<Verdict, readonly Reason[]>>

const allReasons: Reasons = {
  same: [],
  other: differences,
  'not there': absences,
}

const fits = (pattern: string, name: string): boolean =>
  new RegExp(`^${pattern.replace(/[.\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(name)

/** Gives each member its reason, and tells what is wrong with the reasons. */
export const explain = (compared: readonly Compared[], reasons: Reasons = allReasons) => {
  const used = new Set<string>()
  const faults: string[] = []

  const whyOf = (name: string, { verdict, misfit }: MemberRow): string => {
    for (const { why, members } of reasons[verdict])
      for (const pattern of members)
        if (fits(pattern, name)) {
          used.add(`${verdict} ${pattern}`)
          return why
        }
    if (verdict !== 'same')
      faults.push(`reasons/ says nothing of ${name}, which is ${verdict} ${misfit}`.trimEnd())
    return ''
  }

  const explained: readonly Explained[] = compared.map(({ name, rows }) => ({
    name,
    rows: rows.map(row => ({ ...row, why: whyOf(`${name}.${row.name}`, row) })),
  }))

  for (const verdict of ['other', 'not there'] as const)
    for (const { members } of reasons[verdict])
      for (const pattern of members)
        if (!used.has(`${verdict} ${pattern}`))
          faults.push(`reasons/ names ${pattern}, and no member that it counts for is ${verdict}`)

  return { explained, faults }
}
