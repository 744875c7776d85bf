import type { UserRecord } from '../records/user.ts'
import { identifiersOf, normalEmail, normalPhone } from './identifiers.ts'

/**
 * The users by id, and by what they sign in with: a lookup costs the same however many there are. A record whose
 * identifiers were changed has to be `set` again.
 */
export class UserTable extends Map<string, UserRecord> {
  readonly #idOf = new Map<string, string>()
  readonly #identifiersOf = new Map<string, readonly string[]>()

  #forget(id: string): void {
    for (const identifier of this.#identifiersOf.get(id) ?? [])
      if (this.#idOf.get(identifier) === id) this.#idOf.delete(identifier)
    this.#identifiersOf.delete(id)
  }

  override set(id: string, user: UserRecord): this {
    this.#forget(id)
    const identifiers = identifiersOf(user)
    for (const identifier of identifiers) this.#idOf.set(identifier, id)
    this.#identifiersOf.set(id, identifiers)
    return super.set(id, user)
  }

  override delete(id: string): boolean {
    this.#forget(id)
    return super.delete(id)
  }

  override clear(): void {
    this.#idOf.clear()
    this.#identifiersOf.clear()
    super.clear()
  }

  /** The user with this email address, phone number, wallet or username, however it is written. */
  holderOf(identifier: string): UserRecord | undefined {
    const id = this.#idOf.get(normalEmail(identifier)) ?? this.#idOf.get(normalPhone(identifier) ?? '')
    return id === undefined ? undefined : this.get(id)
  }
}
