import type { Random } from '../ports.ts'

export interface BackoffOptions {
  /** Milliseconds of the first wait, before jitter. */
  readonly first: number
  /** The longest wait in milliseconds, before jitter. */
  readonly longest: number
}

/** Milliseconds of wait number `index`, from 0: doubling, without jitter. */
export const backoff = (index: number, { first, longest }: BackoffOptions): number =>
  Math.min(longest, first * 2 ** Math.min(index, 30))

/** A wait of `ms` and up to as much again, so that not everybody comes back at one moment. */
export const withJitter = (ms: number, random: Random): number => ms * (1 + random())
