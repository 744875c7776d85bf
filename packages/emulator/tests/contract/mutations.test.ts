import { describe, expect, test } from 'vitest'
import { createChecker } from './check.ts'
import { description } from './description.ts'
import { fieldDifferences, withDifferences } from './differences.ts'
import { fieldsByKind, objectsIn } from './fields.ts'
import { type Answered, walkAll } from './walk.ts'

const answers = (await walkAll()).filter(({ body }) => typeof body === 'object')
const checker = createChecker(withDifferences(description, fieldDifferences), { allErrors: false })
const isWrapped = (body: unknown) => typeof body === 'object' && body !== null && 'response' in body
const place = ({ status, body, operation }: Answered) => {
  if (status >= 400) return 'refusal'
  return isWrapped(body) ? 'answer' : operation.path
}
const kinds = fieldsByKind(answers.flatMap(answer => objectsIn(answer.body, place(answer))))

// One answer of each operation and status, the one that says most.
const examples = [...answers]
  .sort((a, b) => JSON.stringify(a.body).length - JSON.stringify(b.body).length)
  .reduce(
    (kept, answer) => kept.set(`${answer.operation.name} ${answer.status}`, answer),
    new Map<string, Answered>(),
  )

/** A value that no schema of that field allows. */
const mistyped = (value: unknown): unknown => {
  if (value === null) return [12.5]
  return typeof value === 'number' ? 'x' : 12.5
}

// The description allows anything there.
const untyped = ['api_key.claims']

/** The fields whose change nobody noticed, as `kind.field`. */
const unnoticed = (
  answer: Answered,
  change: (object: Record<string, unknown>, field: string) => void,
): string[] =>
  objectsIn(answer.body, place(answer)).flatMap(({ kind, object }) =>
    Object.keys(object).flatMap(field => {
      const before = { ...object }
      change(object, field)
      const isNoticed =
        checker.faultsOf(answer.operation, answer.status, answer.body).length > 0 ||
        // The description requires few of the fields: what is always sent is kept in a list of its
        // own.
        (kinds.get(kind)?.always.includes(field) === true && !Object.hasOwn(object, field))
      for (const key of Object.keys(object)) delete object[key]
      Object.assign(object, before)
      return isNoticed ? [] : [`${kind}.${field}`]
    }),
  )

describe.each([...examples.values()])('$operation.name, $status', answer => {
  test('a field that is dropped is noticed', () => {
    const optional = [...kinds].flatMap(([kind, { sometimes }]) =>
      sometimes.map(field => `${kind}.${field}`),
    )
    const dropped = unnoticed(answer, (object, field) => delete object[field])
    expect(dropped.filter(field => !optional.includes(field))).toEqual([])
  })

  test('a field of another type is noticed', () => {
    const changed = unnoticed(answer, (object, field) => {
      object[field] = mistyped(object[field])
    })
    expect(changed.filter(field => !untyped.includes(field))).toEqual([])
  })

  test('a field that is added is noticed', () => {
    const added = unnoticed(answer, object => {
      object.nobody_described_this = true
    })
    expect(added).toEqual([])
  })
})

test('the fields of each kind of object are those of the list', async () => {
  const rows = [...kinds].map(
    ([kind, { always, sometimes }]) =>
      `| \`${kind}\` | ${always.join(' ')} | ${sometimes.join(' ')} |`,
  )
  const page = [
    '# Fields that are sent',
    '',
    'Made from the answers of the contract scenarios by `mutations.test.ts`. `always` are in every object of the kind.',
    '',
    '| Kind | Always | Sometimes |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
  await expect(page).toMatchFileSnapshot('./fields.md')
})
