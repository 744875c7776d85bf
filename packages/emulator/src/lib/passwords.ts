import { scrypt } from '@noble/hashes/scrypt.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

// Real passwords have no place in an emulator, but people type them all the same: none is kept in
// the clear. The cost is low (a few ms) because a test suite signs in thousands of times.
const cost = { N: 512, r: 8, p: 1, dkLen: 32 }

/** A text to keep instead of the password: `scrypt$N$r$p$salt$hash`. */
export const hashPassword = (password: string, salt: string): string => {
  const hash = scrypt(utf8ToBytes(password.normalize('NFKC')), utf8ToBytes(salt), cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt, bytesToHex(hash)].join('$')
}

/** Whether `password` is the one that `kept` was made from. */
export const passwordMatches = (password: string, kept: string): boolean => {
  const [, N, r, p, salt = '', hash = ''] = kept.split('$')
  const expected = hexToBytes(hash)
  if (expected.length === 0) return false
  const settings = { N: Number(N), r: Number(r), p: Number(p), dkLen: expected.length }
  const actual = scrypt(utf8ToBytes(password.normalize('NFKC')), utf8ToBytes(salt), settings)
  let difference = 0
  for (const [index, byte] of expected.entries()) difference |= byte ^ (actual[index] ?? 0)
  return difference === 0
}
