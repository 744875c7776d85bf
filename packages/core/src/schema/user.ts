import { list, optional, withFields } from './field.ts'
import { VerificationJson } from './verification.ts'
import { object } from './zod.ts'

/** A user. Every missing field has a stand-in; only ids are required. */
export const UserJson = withFields(
  ({ text, optionalText, optionalNumber, flag, metadata, plainText }) => {
    const verification = optional(VerificationJson())
    // The published description asks for nothing in an external account.
    const identifications = list(object({ id: plainText, verification }))
    return object({
      id: text,
      first_name: optionalText,
      last_name: optionalText,
      username: optionalText,
      image_url: plainText,
      has_image: flag,
      primary_email_address_id: optionalText,
      primary_phone_number_id: optionalText,
      email_addresses: list(object({ id: text, email_address: plainText, verification })),
      phone_numbers: list(object({ id: text, phone_number: plainText, verification })),
      external_accounts: identifications,
      passkeys: identifications,
      web3_wallets: identifications,
      enterprise_accounts: identifications,
      organization_memberships: list(
        object({
          id: text,
          role: plainText,
          permissions: list(text),
          organization: object({ id: text, name: plainText, slug: optionalText }),
        }),
      ),
      password_enabled: flag,
      two_factor_enabled: flag,
      totp_enabled: flag,
      backup_code_enabled: flag,
      external_id: optionalText,
      public_metadata: metadata,
      unsafe_metadata: metadata,
      legal_accepted_at: optionalNumber,
      last_sign_in_at: optionalNumber,
      created_at: optionalNumber,
      updated_at: optionalNumber,
    })
  },
)
