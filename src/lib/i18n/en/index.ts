import { account } from './account'
import { draft } from './draft'
import { errors } from './errors'
import { generation } from './generation'
import { projects } from './projects'
import { shell } from './shell'

/** English, one file per area of the interface. Every other language has exactly these keys. */
export const en = { account, draft, errors, generation, projects, shell } as const
