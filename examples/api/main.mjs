// npm start: the API at http://127.0.0.1:5180, for the Frontend API at the address in ISSUER.
import { createServer } from 'node:http'
import { createApi } from './create-api.mjs'

const { ISSUER = 'http://127.0.0.1:4700', PORT = '5180' } = process.env

createServer(createApi(ISSUER)).listen(Number(PORT), '127.0.0.1')
