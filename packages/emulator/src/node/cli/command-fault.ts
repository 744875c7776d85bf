/** Why a command ends: one line, and the exit code. 1 is a fault of the world, 2 wrong use. */
export class CommandFault extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** Reads the arguments of a command. @throws CommandFault that says which one is wrong. */
export const readArguments = <Arguments>(parse: () => Arguments): Arguments => {
  try {
    return parse()
  } catch (error) {
    throw new CommandFault(`${reasonOf(error).split('\n')[0]} See --help.`, 2, { cause: error })
  }
}
