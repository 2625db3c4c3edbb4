import { account } from './account'
import { draft } from './draft'
import { editor } from './editor'
import { errors } from './errors'
import { generation } from './generation'
import { members } from './members'
import { notices } from './notices'
import { projects } from './projects'
import { shell } from './shell'

/** English, one file per area of the interface. Every other language has exactly these keys. */
export const en = { account, draft, editor, errors, generation, members, notices, projects, shell } as const
