import type { Style } from '@/domain/project'
import { cinematic } from './cinematic'
import { classic } from './classic'
import { modern } from './modern'
import type { StyleDirection } from './StyleDirection'
import { vintage } from './vintage'

export const STYLE_DIRECTIONS: Record<Style, StyleDirection> = { classic, modern, cinematic, vintage }
