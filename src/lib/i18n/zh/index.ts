import { account } from './account'
import { errors } from './errors'
import { shell } from './shell'

export const first = { account, errors, shell }
