import ts from 'typescript'

/**
 * Where two types part: `(params).strategy`, with a question mark when the one asked for has no such
 * name; `null` when the first serves as the second.
 */
export type Compare = (source: ts.Type, target: ts.Type) => string | null

interface Step {
  readonly path: string
  /**
   * `options` are an argument: a name that the target does not know is refused there, so it does
   * not fit. `inside` is a part of one.
   */
  readonly kind: 'value' | 'options' | 'inside'
}

// Types that contain themselves, in a new shape each time: what is deeper counts as fitting.
const maxDepth = 12

const isObject = (type: ts.Type): boolean =>
  (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0

/** What a list or a promise is one of; undefined for other types. */
const containerOf = (type: ts.Type): ts.Type | undefined =>
  isObject(type) && 'target' in type ? (type as ts.TypeReference).target : undefined // as: asked

/** Brands of a type (`__@…`), and what Clerk's own packages hand to each other. */
const isInternal = ({ name }: ts.Symbol): boolean => name.startsWith('__')

const stepInto = (step: Step, more: string): Step => ({
  path: step.path + more,
  kind: step.kind === 'value' ? 'value' : 'inside',
})

interface Parameter {
  readonly name: string
  readonly type: ts.Type
  readonly isOptional: boolean
}

/** What a function is called with; `...params: [A, B]` is two. */
const parametersOf = (checker: ts.TypeChecker, signature: ts.Signature): readonly Parameter[] =>
  signature.getParameters().flatMap(symbol => {
    const { name, valueDeclaration: node } = symbol
    const type = checker.getTypeOfSymbol(symbol)
    const isParameter = !!node && ts.isParameter(node)
    if (isParameter && node.dotDotDotToken && checker.isTupleType(type))
      return checker
        .getTypeArguments(type as ts.TypeReference) // as: a tuple is one
        .map(part => ({ name, type: part, isOptional: false }))
    return [{ name, type, isOptional: isParameter && checker.isOptionalParameter(node) }]
  })

/**
 * Whether a value of one type serves where the other is asked for, as the compiler sees it, but for
 * three things. Types that `pairs` names stand for each other, so that one member that differs does
 * not make all that mention its type differ; arguments must not have unknown names; and of a
 * function only its calls count.
 */
export const createCompare = (
  checker: ts.TypeChecker,
  pairs: readonly (readonly [ts.Type, ts.Type])[],
): Compare => {
  const typeOf = (symbol: ts.Symbol): ts.Type => checker.getTypeOfSymbol(symbol)

  const isPair = (a: ts.Type, b: ts.Type): boolean =>
    pairs.some(([one, other]) => (one === a && other === b) || (one === b && other === a))

  const unknownName = (source: ts.Type, target: ts.Type): string | undefined => {
    const targets = (target.isUnion() ? target.types : [target]).filter(isObject)
    if (!isObject(source) || targets.length === 0) return undefined
    if (targets.some(each => isPair(source, each))) return undefined
    const isKnown = ({ name }: ts.Symbol) =>
      targets.some(
        each =>
          checker.getPropertyOfType(each, name) || checker.getIndexInfosOfType(each).length > 0,
      )
    return checker.getPropertiesOfType(source).find(each => !isInternal(each) && !isKnown(each))
      ?.name
  }

  const misfitOfParameters = (source: ts.Signature, target: ts.Signature, step: Step) => {
    // What a callback is given goes the other way again.
    const kind = step.kind === 'value' ? 'options' : 'value'
    const given = parametersOf(checker, target)
    for (const [index, { name, type, isOptional }] of parametersOf(checker, source).entries()) {
      const other = given[index]
      const path = `${step.path}(${name})`
      if (!other && !isOptional) return path
      const found = other ? misfit(other.type, type, { path, kind }) : null
      if (found) return found
    }
    return null
  }

  const misfitOfCall = (source: ts.Signature, target: ts.Signature, step: Step) => {
    const found = misfitOfParameters(source, target, step)
    const result = target.getReturnType()
    if (found || result.flags & ts.TypeFlags.Void) return found
    return misfit(source.getReturnType(), result, stepInto(step, '()'))
  }

  const misfitOfCalls = (source: ts.Type, target: ts.Type, step: Step): string | null => {
    for (const wanted of target.getCallSignatures()) {
      const found = source.getCallSignatures().map(each => misfitOfCall(each, wanted, step))
      if (!found.includes(null)) return found[0] ?? step.path
    }
    return null
  }

  const misfitOfMembers = (source: ts.Type, target: ts.Type, step: Step): string | null => {
    for (const wanted of checker.getPropertiesOfType(target)) {
      if (isInternal(wanted)) continue
      const next = stepInto(step, `.${wanted.name}`)
      const own = checker.getPropertyOfType(source, wanted.name)
      if (!own && !(wanted.flags & ts.SymbolFlags.Optional)) return next.path
      const found = own ? misfit(typeOf(own), typeOf(wanted), next) : null
      if (found) return found
    }
    return null
  }

  /** Lists and promises of the same kind: by what is in them. */
  const misfitOfContents = (source: ts.Type, target: ts.Type, step: Step): string | null => {
    const parts = (type: ts.Type) => checker.getTypeArguments(type as ts.TypeReference) // as: asked
    const own = parts(source)
    for (const [index, wanted] of parts(target).entries()) {
      const part = own[index]
      const found = part && misfit(part, wanted, stepInto(step, '[]'))
      if (found) return found
    }
    return null
  }

  const misfitOfObjects = (source: ts.Type, target: ts.Type, step: Step): string | null => {
    if (target.getCallSignatures().length > 0) return misfitOfCalls(source, target, step)
    const container = containerOf(source)
    return container !== undefined && container === containerOf(target)
      ? misfitOfContents(source, target, step)
      : misfitOfMembers(source, target, step)
  }

  const misfitOfKind = (source: ts.Type, target: ts.Type, step: Step): string | null => {
    if (source.isUnion())
      return source.types.map(part => misfit(part, target, step)).find(found => found) ?? null
    if (target.isUnion()) {
      // Whether a name is known to any of them was looked at before.
      const found = target.types.map(part => misfit(source, part, stepInto(step, '')))
      // The part that comes closest is the one that tells what is missing.
      const farthest = found.reduce((a, b) => ((a ?? '').length < (b ?? '').length ? b : a))
      return found.includes(null) ? null : farthest
    }
    return isObject(source) && isObject(target) ? misfitOfObjects(source, target, step) : step.path
  }

  const looked: (readonly [ts.Type, ts.Type])[] = []

  /** By what the types are made of; what is being looked at already counts as fitting. */
  const misfitOfParts = (source: ts.Type, target: ts.Type, step: Step): string | null => {
    const isLooked = looked.some(([a, b]) => a === source && b === target)
    if (isLooked || looked.length > maxDepth) return null
    looked.push([source, target])
    const found = misfitOfKind(source, target, step)
    looked.pop()
    return found
  }

  const misfit = (source: ts.Type, target: ts.Type, step: Step): string | null => {
    if (source === target || isPair(source, target)) return null
    if ((source.flags | target.flags) & ts.TypeFlags.TypeParameter) return null
    const unknown = step.kind === 'options' ? unknownName(source, target) : undefined
    if (unknown) return `${step.path}.${unknown}?`
    const found = misfitOfParts(source, target, step)
    // Of names that are refused the compiler knows nothing; in all else it has the last word.
    if (!found || found.endsWith('?')) return found
    return checker.isTypeAssignableTo(source, target) ? null : found
  }

  return (source, target) => misfit(source, target, { path: '', kind: 'value' })
}
