import { ClienteleError } from '../errors.ts'
import type { Web3Params } from './attempt-params.ts'
import type { Web3Strategy } from './factors.ts'

/** Reaches the wallets of this device. */
export interface Web3Port {
  /** Asks the person which account to use. @returns its address. */
  connect(strategy: Web3Strategy): Promise<string>
  /** Has the wallet sign a text. @returns the signature. */
  sign(strategy: Web3Strategy, address: string, text: string): Promise<string>
}

/** What signs somebody in or up with a wallet. */
export interface Web3Methods<Resource, Params extends Web3Params = Web3Params> {
  /** Connects a wallet by its strategy, and has it sign. */
  authenticateWithWeb3: (params: Params) => Promise<Resource>
  /** MetaMask. */
  authenticateWithMetamask: (params?: Omit<Params, 'strategy'>) => Promise<Resource>
  /** Coinbase Wallet. */
  authenticateWithCoinbaseWallet: (params?: Omit<Params, 'strategy'>) => Promise<Resource>
  /** OKX Wallet. */
  authenticateWithOKXWallet: (params?: Omit<Params, 'strategy'>) => Promise<Resource>
  /** The wallet of Base. */
  authenticateWithBase: (params?: Omit<Params, 'strategy'>) => Promise<Resource>
}

const wallets = {
  Metamask: 'metamask',
  CoinbaseWallet: 'coinbase_wallet',
  OKXWallet: 'okx_wallet',
  Base: 'base',
}

/** How an attempt goes about a wallet. */
interface WalletSteps<Resource, Params> {
  /** Begins with the address of the wallet. @returns what it has to sign. */
  readonly begin: (
    address: string,
    params: Params,
  ) => Promise<{ readonly nonce?: string | null | undefined }>
  readonly finish: (proof: { strategy: Web3Strategy; signature: string }) => Promise<Resource>
}

/** One method for each wallet, all of them done in the same steps. */
export const walletMethods = <Resource, Params extends Web3Params = Web3Params>(
  web3: Web3Port,
  { begin, finish }: WalletSteps<Resource, Params>,
): Web3Methods<Resource, Params> => {
  const authenticateWithWeb3 = async (params: Params) => {
    const { strategy } = params
    const address = await web3.connect(strategy)
    const { nonce } = await begin(address, params)
    return finish({ strategy, signature: await web3.sign(strategy, address, nonce ?? '') })
  }
  const methods = Object.entries(wallets).map(([name, wallet]) => [
    `authenticateWith${name}`,
    (params?: object) =>
      // as: the strategy is all that was left out
      authenticateWithWeb3({
        ...params,
        strategy: `web3_${wallet}_signature`,
      } as unknown as Params),
  ])
  // as: the names above are those of the type
  return { authenticateWithWeb3, ...Object.fromEntries(methods) } as Web3Methods<Resource, Params>
}

/** The part of an EIP-1193 provider that is used. */
interface Ethereum {
  request(call: { method: string; params?: readonly string[] }): Promise<unknown>
}

/** The wallet that the browser has at `window.ethereum`, whichever that is. */
export const browserWallet: Web3Port = {
  connect: async () => {
    const accounts = await ethereum().request({ method: 'eth_requestAccounts' })
    const [address] = Array.isArray(accounts) ? accounts : []
    if (typeof address === 'string') return address
    throw new ClienteleError('web3_missing_identifier', 'The wallet has given no account')
  },
  sign: async (_, address, text) => {
    const params = [`0x${toHex(text)}`, address]
    return String(await ethereum().request({ method: 'personal_sign', params }))
  },
}

const toHex = (text: string): string =>
  [...new TextEncoder().encode(text)].map(byte => byte.toString(16).padStart(2, '0')).join('')

const ethereum = (): Ethereum => {
  // as: a wallet puts it there, and no type tells of it
  const { ethereum } = globalThis as { readonly ethereum?: Ethereum }
  if (ethereum) return ethereum
  throw new ClienteleError(
    'web3_wallet_not_found',
    'There is no wallet in this browser: install one, or give the `web3` option',
  )
}
