// The parts of the answers that the tests read.

export interface VerificationWire {
  readonly object: string
  readonly status: string
  readonly strategy: string
  readonly attempts: number | null
  readonly expire_at: number | null
  readonly next_action: string
  readonly external_verification_redirect_url?: string | null
  readonly error?: ErrorWire | null
  readonly nonce?: string
  readonly message?: string
  readonly verified_at_client?: string
  readonly supported_strategies: string[]
}

export interface FactorWire {
  readonly strategy: string
  readonly safe_identifier?: string
  readonly email_address_id?: string
  readonly phone_number_id?: string
  readonly web3_wallet_id?: string
  readonly passkey_id?: string
  readonly default?: boolean
  readonly primary?: boolean
}

export interface UserWire {
  readonly id: string
  readonly first_name: string | null
  readonly username: string | null
  readonly password_enabled: boolean
  readonly email_addresses: { readonly id: string; readonly email_address: string }[]
  readonly phone_numbers: { readonly phone_number: string }[]
  readonly external_accounts: { readonly provider: string }[]
  readonly totp_enabled: boolean
  readonly two_factor_enabled: boolean
  readonly locked: boolean
  readonly public_metadata: Record<string, unknown>
  readonly unsafe_metadata: Record<string, unknown>
  readonly updated_at: number
}

export interface SessionWire {
  readonly id: string
  readonly status: string
  readonly user: UserWire
  readonly last_active_token: { readonly object: string; readonly jwt: string } | null
  readonly tasks: { readonly key: string }[] | null
  readonly factor_verification_age: [number, number]
  readonly expire_at: number
  readonly last_active_at: number
  readonly updated_at: number
}

export interface AttemptWire {
  readonly object: string
  readonly id: string
  readonly status: string
  readonly identifier: string | null
  readonly supported_first_factors: FactorWire[] | null
  readonly supported_second_factors: FactorWire[] | null
  readonly first_factor_verification: VerificationWire | null
  readonly second_factor_verification: VerificationWire | null
  readonly client_trust_state?: string
  readonly user_data: { readonly first_name: string | null } | null
  readonly created_session_id: string | null
  readonly created_user_id: string | null
  readonly required_fields: string[]
  readonly missing_fields: string[]
  readonly unverified_fields: string[]
  readonly verifications: {
    readonly email_address: VerificationWire | null
    readonly phone_number: VerificationWire | null
    readonly web3_wallet: VerificationWire | null
    readonly external_account: VerificationWire | null
  }
  readonly phone_number: string | null
  readonly email_address: string | null
  readonly first_name: string | null
  readonly username: string | null
  readonly has_password: boolean
  readonly password_enabled: boolean
  readonly unsafe_metadata: Record<string, unknown>
  readonly legal_accepted_at: number | null
  readonly abandon_at: number
  readonly locale: string | null
}

export interface ClientWire {
  readonly object: string
  readonly id: string
  readonly sessions: SessionWire[]
  readonly sign_in: AttemptWire | null
  readonly sign_up: AttemptWire | null
  readonly last_active_session_id: string | null
  readonly last_authentication_strategy: string | null
  readonly cookie_expires_at: number | null
  readonly captcha_bypass: boolean
  readonly created_at: number
  readonly updated_at: number
}

export interface ErrorWire {
  readonly code: string
  readonly message: string
  readonly long_message: string
  readonly meta: Record<string, unknown>
}

/** Any answer; the kind of `response` is for the test to know. */
export interface AnswerWire<Response> {
  readonly response: Response
  readonly client: ClientWire | null
  readonly errors: ErrorWire[]
  readonly clerk_trace_id: string
  readonly meta?: { readonly client?: ClientWire }
  readonly jwt: string
  readonly id: string
}
