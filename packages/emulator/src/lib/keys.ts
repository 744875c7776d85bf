import { importJWK, type JWK } from 'jose'

/**
 * The key id in the header of every token and in the published key set; it has the shape of an
 * instance id.
 */
export const keyId = 'ins_2ClienteleEmulatorPublicKey'

// This private key is PUBLIC: it stands here in the open, ships in the package and must never
// protect anything. It is built in, and not made at start, so that an emulator starts at once and
// its tokens and key set are the same in every run.
const publicPart = {
  kty: 'RSA',
  n:
    'n4b3f14kvxlnZ0m5taTP_WV0RqNCai43cG17d9bGopzY6602PTwUVuLJRHvO77qNFCKUY99RBFQzJucgBR7xzo' +
    'eSBDdOxY0awnUK75kryEc__eO5V8NAmVj7fzdUKmg_hDN0uPrMrlgVHNBOOJfJdzBu7U4z8KFZ9XbDZQpqvpro' +
    'JnPWyPZsyj8D6PBxLWpgK6QzrVoF-sxWAsrqvU8t35CvbDn1hu0BhXDHNkQLUI-7wEjnRmmSZ-qYc7bD46I9JL' +
    'mLO7yAsyW0iWnXCGd6hpHMl89G3taVkKy8taAlSiMYe7qL_5lj7aMvJ0y7X15PRZbwEj-o-4w6xcLei9OJUQ',
  e: 'AQAB',
} satisfies JWK

const privatePart = {
  d:
    'PcrQTJBBaJplAM_AdRk5jXxCbWgovitXwx9NX46ck3lw1t1ZsJ94e21OK85PSnG22vFIDGWAos4goDWPpBwn6u' +
    'l9iE-KHiB5mJAwo71vhZz_rw8KCHIzsBKVHGJooiKOU92AnXRcWz34M5iGbApzec0Tcq1DljZRu7B8oENINLr8' +
    'gew4vtM7IszMg56j0KVaP1tz57vtcoXDDXkJHOGLFdXy38EkXAu0Qk3U5vL9vawXrtHIuvWExL5Q0xSdhHP9_M' +
    'SRsxFZoQS2SnUbI1JBuPHUYgeqbnYLlMrLQkM1WSJXfU255K8tH58rjSgmegztu5rtMXpFwGSA2HRvuOxTNw',
  p:
    '0TF91LwtM3cyjDh_WDAHXjFKWseQTmnBsPirEZQ07bgznAD7bqVn4Xr-1gAsw7PdEJJT_JiQDWrPtH7usJA3Nv' +
    'XisSXQw2-UzXsqYS9ozFNKN_2I4k1_QqXVi_SSJf5b8y8VO3qHUBBNzV_LrR0snvq-fyrNUNaoQkKMGvWhRzc',
  q:
    'wzie3wfzZIQYZj0jnnxIiC4odfjLO6I2n1bllEYx2oxzQndR_SKIvMTYlIWX2FaOkAXZ2r4-m_as4g5pclYUjN' +
    'lFkJvNWQKeUR4d7GL3ikrclzsnB8tMBMynZkWgNMpyhoMyF5VpbnNbjUpmG8uEAWqw0jH7RPEJ2xYfPXlx57c',
  dp:
    'loZLKakhyTeKyrTYhOdCVfeXrgyM_K9CbQnxZhvDng3-LNHUGcCxJ-Dtv6SukT854XO5NTe957mkrRbsv2V2JX' +
    'j2Xkt8lTQT2Ws3iminuuZvsCwhs9zZpmZXa3ZXNzl4hlqpp3u6I9UndpDoqK8mbVq1eiGdTP64Yb0qvTdjji8',
  dq:
    'jlCYgL6rEHu7zcyESuUPezcrB9V3UuHOMBqJAq6paUk6PRn_CypBxFs8CAnbyDpRc2zQhEZsHgaVwbX_6PoXwR' +
    'YjQGhUKq9d-oSaC9mZ25b3eMgGjAgIQvdukX_waourMaQywD6LvZkbBMVX6qtScDX28US-iGOva6eU3pvKDcE',
  qi:
    'HD1m378S_z0tx-VHA39tuOF7BlJjtKdh-dqhMlq6nEmCSx4AJxg8-_-hRyanJQD9yribXHKP-BMYD0ZJUXsmpC' +
    'IdE0Cn1idf52RilEfix0GWTV5JCffjw6ve-V_DQA9fvXCRldG7r3GGBes9QbVsVSRPa9KDw7K5axxD8ks5LWA',
}

export type SigningKey = Awaited<ReturnType<typeof importJWK>>

/** The emulator's signing key, ready for RS256. */
export const importSigningKey = (): Promise<SigningKey> =>
  importJWK({ ...publicPart, ...privatePart }, 'RS256')

/** The key set at `/.well-known/jwks.json`. */
export const publicKeySet = () => ({
  keys: [{ use: 'sig', kid: keyId, alg: 'RS256', ...publicPart }],
})

/** The same key as PEM: what servers of applications are given as `CLERK_JWT_KEY`. */
export const publicKeyPem = `\
-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAn4b3f14kvxlnZ0m5taTP
/WV0RqNCai43cG17d9bGopzY6602PTwUVuLJRHvO77qNFCKUY99RBFQzJucgBR7x
zoeSBDdOxY0awnUK75kryEc//eO5V8NAmVj7fzdUKmg/hDN0uPrMrlgVHNBOOJfJ
dzBu7U4z8KFZ9XbDZQpqvproJnPWyPZsyj8D6PBxLWpgK6QzrVoF+sxWAsrqvU8t
35CvbDn1hu0BhXDHNkQLUI+7wEjnRmmSZ+qYc7bD46I9JLmLO7yAsyW0iWnXCGd6
hpHMl89G3taVkKy8taAlSiMYe7qL/5lj7aMvJ0y7X15PRZbwEj+o+4w6xcLei9OJ
UQIDAQAB
-----END PUBLIC KEY-----
`
